package cco.docs;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.spi.ToolProvider;

/** A module's descriptor as {@code jar --describe-module} prints it, without version and path. */
final class GoldenText {

    private GoldenText() {}

    static String of(ReactorModule module) throws IOException {
        return normalized(describe(module.jar()), module.name());
    }

    private static String describe(Path jar) throws IOException {
        ToolProvider tool = ToolProvider.findFirst("jar").orElseThrow();
        StringWriter output = new StringWriter();
        PrintWriter writer = new PrintWriter(output);
        if (tool.run(writer, writer, "--describe-module", "--file", jar.toString()) != 0) {
            throw new IOException("jar --describe-module --file " + jar + ": " + output);
        }
        return output.toString();
    }

    /** Reduces the first line, {@code name@version jar:file:/…}, to the name. */
    static String normalized(String description, String name) {
        String lines =
                description.lines().skip(1).filter(line -> !line.isBlank()).reduce("", (a, b) -> a + b + "\n");
        return name + "\n" + lines;
    }
}
