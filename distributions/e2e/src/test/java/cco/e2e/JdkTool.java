package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.spi.ToolProvider;

/** Runs tools of the JDK, such as javac and jlink. */
final class JdkTool {

    private JdkTool() {}

    static void run(String tool, String... arguments) {
        int exit = ToolProvider.findFirst(tool).orElseThrow().run(System.out, System.err, arguments);
        assertEquals(0, exit, tool + " " + List.of(arguments));
    }
}
