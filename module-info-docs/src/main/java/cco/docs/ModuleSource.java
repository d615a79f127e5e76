package cco.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a module's sources say about it beyond its descriptor.
 *
 * @param folder of the Maven module, relative to the root, with slashes
 * @param sources where the packages begin
 * @param text of its module-info.java
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

    /** What the module is for, in one sentence. */
    String purpose() {
        return Javadoc.firstSentence(text);
    }

    /** What the module is for, in full. */
    List<String> paragraphs() {
        return Javadoc.paragraphs(text);
    }

    /** Why the module requires that one: the comment behind it. */
    String because(String required) throws IOException {
        Matcher line = Pattern.compile(
                        "(?m)^\\s*requires\\s[\\w\\s]*\\b" + Pattern.quote(required) + ";[ ]*//[ ]*(\\S.*)$")
                .matcher(text);
        if (!line.find()) {
            throw new IOException(path(MODULE_INFO) + " does not say why: write \"requires " + required
                    + "; // …\" with what the module needs it for");
        }
        return line.group(1).strip();
    }

    /** What a package is for, in one sentence; nothing where it has no package-info.java, as with a library's. */
    String purposeOf(String packageName) throws IOException {
        Path info = sources.resolve(packageName.replace('.', '/')).resolve("package-info.java");
        return Files.exists(info) ? Javadoc.firstSentence(Files.readString(info)) : "";
    }

    boolean has(String source) {
        return Files.exists(sources.resolve(source));
    }

    /** A source's path relative to the root. */
    String path(String source) {
        return folder + "/" + SOURCES + "/" + source;
    }
}
