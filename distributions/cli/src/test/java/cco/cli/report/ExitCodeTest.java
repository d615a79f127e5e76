package cco.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cco.core.error.BusyException;
import cco.core.error.CcoException;
import cco.core.error.InstallException;
import cco.core.error.NotManagedException;
import cco.core.error.PluginException;
import cco.core.error.SourceException;
import cco.core.error.UsageException;
import cco.core.error.VerificationException;
import cco.core.model.AppName;
import cco.core.model.Version;
import cco.core.update.UpdateOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExitCodeTest {

    static Stream<Arguments> errors() {
        return Stream.of(
                Arguments.of(new UsageException("m", "h"), 2),
                Arguments.of(new SourceException("m", "h"), 3),
                Arguments.of(new VerificationException("m", "h"), 4),
                Arguments.of(new InstallException("m", "h"), 5),
                Arguments.of(new BusyException("m", "h"), 6),
                Arguments.of(new NotManagedException("m", "h"), 7),
                Arguments.of(new PluginException("m", "h"), 8));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void eachError_hasItsExitCode(CcoException error, int code) {
        assertEquals(code, ExitCode.of(error).code());
    }

    @Test
    void fixedExitCodes_doNotChange() {
        assertEquals(
                List.of(0, 1, 100),
                Stream.of(ExitCode.OK, ExitCode.BUG, ExitCode.UPDATE_AVAILABLE)
                        .map(ExitCode::code)
                        .toList());
    }

    @Test
    void check_returnsItsOwnExitCode() {
        AppName app = AppName.CCO;
        Version version = Version.of("1.0.0");
        assertEquals(ExitCode.UPDATE_AVAILABLE, ExitCode.ofCheck(new UpdateOutcome.Available(app, null)));
        assertEquals(ExitCode.OK, ExitCode.ofCheck(new UpdateOutcome.UpToDate(app, version)));
        assertEquals(ExitCode.OK, ExitCode.ofCheck(new UpdateOutcome.HeldBack(app, version, version, "why")));
    }

    @Test
    void mostSeriousExitCode_wins() {
        List<ExitCode> codes = new ArrayList<>(List.of(
                ExitCode.OK,
                ExitCode.UPDATE_AVAILABLE,
                ExitCode.BUSY,
                ExitCode.SOURCE,
                ExitCode.INSTALL,
                ExitCode.VERIFICATION));
        for (ExitCode worst : List.copyOf(codes).reversed()) {
            assertEquals(worst, ExitCode.worst(codes));
            codes.remove(worst);
        }
        assertEquals(ExitCode.OK, ExitCode.worst(List.of()));
    }

    @ParameterizedTest
    @EnumSource(ExitCode.class)
    void everyExitCode_hasARank(ExitCode code) {
        assertEquals(code, ExitCode.worst(List.of(code)));
        assertEquals(code, ExitCode.worst(List.of(ExitCode.OK, code)));
    }
}
