package cco.cli.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cco.cli.console.OutputMode.Page;
import cco.core.env.Env;
import cco.core.env.Terminal;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputModeTest {

    private static final Terminal BOTH = new Terminal(true, true, true);
    private static final OutputMode.Flags NONE = new OutputMode.Flags(false, false, false, false);

    private static Env env(String variable, String value) {
        Map<String, String> values = new HashMap<>();
        if (variable != null) {
            values.put(variable, value);
        }
        return new Env(values);
    }

    @ParameterizedTest
    @CsvSource({
        // variable, value, input, error      -> color, live, asks
        ",          ,      true,  true,          true,   true,  true",
        ",          ,      false, true,          true,   true,  false",
        ",          ,      true,  false,         false,  false, false",
        "NO_COLOR,  1,     true,  true,          false,  true,  true",
        "TERM,      dumb,  true,  true,          false,  true,  true",
        "CI,        true,  true,  true,          false,  false, false",
        "CI,        false, true,  true,          true,   true,  true"
    })
    void environmentAndStreams_decideTheMode(
            String variable, String value, boolean input, boolean error, boolean color, boolean live, boolean asks) {
        OutputMode mode = OutputMode.of(NONE, env(variable, value), new Terminal(input, false, error));
        assertEquals(
                new OutputMode(false, false, false, color, live, asks, 80, Page.PLAIN, live && !"dumb".equals(value)),
                mode);
    }

    @Test
    void json_neitherDrawsNorAsks() {
        OutputMode mode = OutputMode.of(new OutputMode.Flags(true, false, false, false), env(null, null), BOTH);
        assertEquals(new OutputMode(true, false, false, true, false, false, 80, Page.COLOR), mode);
    }

    @Test
    void quiet_drawsNothingButAsks() {
        OutputMode mode = OutputMode.of(new OutputMode.Flags(false, true, false, true), env("COLUMNS", "120"), BOTH);
        assertEquals(new OutputMode(false, true, false, false, false, true, 120, Page.WRAPPED), mode);
    }
}
