package cco.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No module requires a built-in plugin, so the bundle links only those that its pom lists. Of the installers, it links
 * the one for its system.
 */
class LinkedPluginsTest {

    private static final Path ROOT = Path.of("..");

    private static final List<String> SYSTEMS = List.of("posix", "windows");

    private static final Pattern LINKED = Pattern.compile("<link\\.plugins>([^<]*)</link\\.plugins>");

    private static final Pattern MODULE = Pattern.compile("(?m)^(?:open )?module ([\\w.]+)");

    @Test
    void everyBuiltInPlugin_isLinked() throws IOException {
        Set<String> plugins;
        try (Stream<Path> folders = Files.list(ROOT.resolve("plugins"))) {
            plugins = folders.map(folder -> folder.resolve("src/main/java/module-info.java"))
                    .filter(Files::isRegularFile)
                    .map(file -> only(MODULE, file))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        String linked = only(LINKED, ROOT.resolve("distributions/bundle/pom.xml"));

        Set<String> anywhere = SYSTEMS.stream()
                .flatMap(system ->
                        Arrays.stream(linked.replace("${bundle.system}", system).split(",")))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(plugins, anywhere);
    }

    private static String only(Pattern pattern, Path file) {
        try {
            Matcher found = pattern.matcher(Files.readString(file));
            return found.find() ? found.group(1) : file + " has no " + pattern;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
