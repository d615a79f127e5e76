package cco.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the sources of a module say about it.
 *
 * @param folder the folder of the Maven module, relative to the root, with slashes
 * @param sources the source folder, which holds the packages
 * @param text the text of module-info.java
 */
record ModuleSource(String folder, Path sources, String text) {

    static final String MODULE_INFO = "module-info.java";

    private static final String SOURCES = "src/main/java";

    static boolean isIn(Path root, String folder) {
        return Files.exists(root.resolve(folder).resolve(SOURCES).resolve(MODULE_INFO));
    }

    static ModuleSource read(Path root, String folder) throws IOException {
        Path sources = root.resolve(folder).resolve(SOURCES);
        return new ModuleSource(folder, sources, Files.readString(sources.resolve(MODULE_INFO)));
    }

    /** The first sentence of the module's Javadoc. */
    String purpose() {
        return Javadoc.firstSentence(text);
    }

    /** The paragraphs of the module's Javadoc. */
    List<String> paragraphs() {
        return Javadoc.paragraphs(text);
    }

    /** The comment behind a {@code requires}. */
    String reasonFor(String required) throws IOException {
        Matcher line = Pattern.compile(
                        "(?m)^\\s*requires\\s[\\w\\s]*\\b" + Pattern.quote(required) + ";[ ]*//[ ]*(\\S.*)$")
                .matcher(text);
        if (!line.find()) {
            throw new IOException(path(MODULE_INFO) + " gives no reason: write \"requires " + required
                    + "; // …\" and say what the module uses it for");
        }
        return line.group(1).strip();
    }

    /** The first sentence of a package's Javadoc; empty without a package-info.java, as in a library. */
    String purposeOf(String packageName) throws IOException {
        Path info = sources.resolve(packageName.replace('.', '/')).resolve("package-info.java");
        return Files.exists(info) ? Javadoc.firstSentence(Files.readString(info)) : "";
    }

    boolean has(String source) {
        return Files.exists(sources.resolve(source));
    }

    /** The path of a source file, relative to the root. */
    String path(String source) {
        return folder + "/" + SOURCES + "/" + source;
    }
}
