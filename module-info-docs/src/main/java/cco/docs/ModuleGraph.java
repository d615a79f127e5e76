package cco.docs;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The requirements between modules, without the JDK and without {@code requires static}. */
final class ModuleGraph {

    private final Map<String, Set<String>> required = new TreeMap<>();

    ModuleGraph(List<ModuleDescriptor> modules) {
        for (ModuleDescriptor module : modules) {
            Set<String> names = required.computeIfAbsent(module.name(), name -> new TreeSet<>());
            for (Requires requires : module.requires()) {
                if (!isJdk(requires.name()) && !requires.modifiers().contains(Requires.Modifier.STATIC)) {
                    names.add(requires.name());
                    required.computeIfAbsent(requires.name(), name -> new TreeSet<>());
                }
            }
        }
    }

    static boolean isJdk(String module) {
        return module.startsWith("java.") || module.startsWith("jdk.");
    }

    Set<String> names() {
        return required.keySet();
    }

    Set<String> dependants(String name) {
        Set<String> dependants = new TreeSet<>();
        required.forEach((module, names) -> {
            if (names.contains(name)) {
                dependants.add(module);
            }
        });
        return dependants;
    }

    /** The requirements of a module, except those that another requirement already implies. */
    Set<String> reduced(String module) {
        Set<String> reduced = new TreeSet<>(required.get(module));
        for (String direct : required.get(module)) {
            reduced.removeAll(reachable(direct));
        }
        return reduced;
    }

    private Set<String> reachable(String module) {
        Set<String> reachable = new TreeSet<>(required.get(module));
        for (String next : required.get(module)) {
            reachable.addAll(reachable(next));
        }
        return reachable;
    }
}
