package cco.docs;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The links of a generated page to modules, packages and classes.
 *
 * @param modules the modules that have a page
 * @param toPages the relative path from the page to theirs: empty, or with a slash at its end
 * @param toRoot the relative path from the page to the root of the source tree, with a slash at its end
 */
record PageLinks(List<ReactorModule> modules, String toPages, String toRoot) {

    static String fileName(String module) {
        return module + ".md";
    }

    String to(String module) {
        boolean hasPage = modules.stream().anyMatch(other -> other.name().equals(module));
        return hasPage ? "[`" + module + "`](" + toPages + fileName(module) + ")" : "`" + module + "`";
    }

    /** A list of links, sorted by name. */
    String to(Collection<String> names) {
        return names.stream().sorted().map(this::to).collect(Collectors.joining(", "));
    }

    String toAll(Collection<ReactorModule> named) {
        return to(named.stream().map(ReactorModule::name).toList());
    }

    String toPackage(String name) {
        return toSource(name, name.replace('.', '/'));
    }

    String toClass(String name) {
        return toSource(name, name.replace('.', '/') + ".java");
    }

    String toFile(String text, String fromRoot) {
        return "[" + text + "](" + toRoot + fromRoot + ")";
    }

    /** A class of a library has no source in this tree, so it gets no link. */
    private String toSource(String name, String source) {
        return modules.stream()
                .filter(module -> module.source().has(source))
                .findFirst()
                .map(module -> toFile("`" + name + "`", module.source().path(source)))
                .orElse("`" + name + "`");
    }
}
