package cco.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.cli.command.UpdateCommand.Intent;
import cco.core.error.UsageException;
import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.Version;
import cco.core.plan.Target;
import cco.core.update.Consent;
import cco.core.update.UpdateRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateCommandTest {

    private static UpdateCommand parse(String words) throws UsageException {
        List<String> all = Stream.of(("update " + words).split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
        return (UpdateCommand) CommandLine.parse(all).command();
    }

    @ParameterizedTest
    @CsvSource({
        // words, a question can be asked, auto_install -> intent
        "'',          true,  false, ASK",
        "'',          false, false, REPORT",
        "'',          true,  true,  INSTALL",
        "'',          false, true,  INSTALL",
        "--yes,       true,  false, INSTALL",
        "-y,          false, false, INSTALL",
        "--install,   true,  false, INSTALL",
        "--check,     true,  true,  CHECK",
        "--check,     false, false, CHECK",
        "--dry-run,   true,  true,  DRY_RUN",
        "--dry-run,   false, false, DRY_RUN"
    })
    void intent_followsOptionsAndTerminal(String words, boolean canAsk, boolean autoInstall, Intent expected)
            throws UsageException {
        assertEquals(expected, parse(words).intent(canAsk, autoInstall));
    }

    @Test
    void noArguments_updateCco() throws UsageException {
        UpdateRequest request = parse("").request(AppName.CCO, Consent.NEVER);
        assertEquals(AppName.CCO, parse("").app());
        assertEquals(new Target.Newest(Optional.empty()), request.target());
        assertEquals(Optional.empty(), request.source());
        assertFalse(request.offline());
    }

    @Test
    void options_becomeTheRequest() throws UsageException {
        UpdateCommand command = parse("hello --channel beta --source mirror --offline");
        assertEquals(new AppName("hello"), command.app());
        UpdateRequest request = command.request(command.app(), Consent.ALWAYS);
        assertEquals(new Target.Newest(Optional.of(new Channel("beta"))), request.target());
        assertEquals(Optional.of("mirror"), request.source());
        assertTrue(request.offline());
        assertEquals(
                new Target.Exactly(Version.of("1.2.0")),
                parse("hello --version=1.2.0")
                        .request(AppName.CCO, Consent.NEVER)
                        .target());
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello --all", "--all --version 1.0.0", "--all --rollback"})
    void all_excludesOptionsForOneApp(String words) {
        UsageException refusal = assertThrows(UsageException.class, () -> parse(words));
        assertTrue(refusal.getMessage().contains("--all"), refusal.getMessage());
    }
}
