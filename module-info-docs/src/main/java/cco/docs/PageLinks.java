package cco.docs;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How one of the generated pages names modules, packages and classes: with a link, where there is something to see.
 *
 * @param modules those that have pages
 * @param toPages from the page to theirs, empty or with a slash at its end
 * @param toRoot from the page to the root of the source tree, with a slash at its end
 */
record PageLinks(List<ReactorModule> modules, String toPages, String toRoot) {

    static String fileName(String module) {
        return module + ".md";
    }

    String to(String module) {
        boolean hasPage = modules.stream().anyMatch(other -> other.name().equals(module));
        return hasPage ? "[`" + module + "`](" + toPages + fileName(module) + ")" : "`" + module + "`";
    }

    /** An enumeration in the order of the names. */
    String to(Collection<String> names) {
        return names.stream().sorted().map(this::to).collect(Collectors.joining(", "));
    }

    String toThese(Collection<ReactorModule> named) {
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

    /** A library's classes are not in our tree. */
    private String toSource(String name, String source) {
        return modules.stream()
                .filter(module -> module.source().has(source))
                .findFirst()
                .map(module -> toFile("`" + name + "`", module.source().path(source)))
                .orElse("`" + name + "`");
    }
}
