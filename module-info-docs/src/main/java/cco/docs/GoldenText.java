package cco.docs;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.spi.ToolProvider;

/** What a module promises, as {@code jar --describe-module} says it, without what differs from build to build. */
final class GoldenText {

    private GoldenText() {}

    static String of(ReactorModule module) throws IOException {
        return normalised(describe(module.jar()), module.name());
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

    /** The first line is {@code name@version jar:file:/…}: of that only the name stays. */
    static String normalised(String description, String name) {
        String lines =
                description.lines().skip(1).filter(line -> !line.isBlank()).reduce("", (a, b) -> a + b + "\n");
        return name + "\n" + lines;
    }
}
