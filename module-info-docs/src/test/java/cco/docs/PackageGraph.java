package cco.docs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The references between packages, with an example for each pair. */
final class PackageGraph {

    private final SortedMap<String, SortedMap<String, String>> uses = new TreeMap<>();

    PackageGraph(List<CompiledClass> classes) {
        Map<String, String> packages =
                classes.stream().collect(Collectors.toMap(CompiledClass::name, CompiledClass::packageName));
        for (CompiledClass type : classes) {
            for (String used : type.uses()) {
                String target = packages.get(used);
                if (target != null && !target.equals(type.packageName())) {
                    uses(type.packageName()).putIfAbsent(target, type.name() + " uses " + used);
                }
            }
        }
    }

    /** The packages that a package uses, each with an example. */
    SortedMap<String, String> uses(String name) {
        return uses.computeIfAbsent(name, key -> new TreeMap<>());
    }

    /** The shortest cycle through each package, each cycle once and with its examples. */
    List<String> cycles() {
        Set<Set<String>> seen = new HashSet<>();
        List<String> cycles = new ArrayList<>();
        for (String start : List.copyOf(uses.keySet())) {
            List<String> cycle = cycle(start);
            if (!cycle.isEmpty() && seen.add(Set.copyOf(cycle))) {
                cycles.add(describe(cycle));
            }
        }
        return cycles;
    }

    private List<String> cycle(String start) {
        Map<String, String> cameFrom = new HashMap<>();
        Deque<String> queue = new ArrayDeque<>(List.of(start));
        while (!queue.isEmpty() && !cameFrom.containsKey(start)) {
            String from = queue.remove();
            for (String to : uses(from).keySet()) {
                if (cameFrom.putIfAbsent(to, from) == null) {
                    queue.add(to);
                }
            }
        }
        List<String> cycle = new ArrayList<>();
        for (String at = cameFrom.get(start); at != null && !cycle.contains(at); at = cameFrom.get(at)) {
            cycle.add(at);
        }
        Collections.reverse(cycle);
        return cycle;
    }

    private String describe(List<String> cycle) {
        StringBuilder text = new StringBuilder(String.join(" -> ", cycle) + " -> " + cycle.getFirst());
        for (int i = 0; i < cycle.size(); i++) {
            text.append("\n    ").append(uses(cycle.get(i)).get(cycle.get((i + 1) % cycle.size())));
        }
        return text.toString();
    }
}
