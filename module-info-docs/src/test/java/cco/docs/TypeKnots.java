package cco.docs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The knots of a set of classes: top-level types that all reach each other by references.
 *
 * <p>A nested type counts as part of its outer type. In graph theory, a knot is a strongly connected component.
 */
final class TypeKnots {

    private final Map<String, Set<String>> uses = new TreeMap<>();
    private final Map<String, Set<String>> usedBy = new TreeMap<>();

    TypeKnots(List<CompiledClass> classes) {
        Map<String, String> topLevel =
                classes.stream().collect(Collectors.toMap(CompiledClass::name, CompiledClass::topLevel));
        for (CompiledClass type : classes) {
            for (String used : type.uses()) {
                if (topLevel.containsKey(used)) {
                    connect(type.topLevel(), topLevel.get(used));
                }
            }
        }
    }

    private void connect(String from, String to) {
        uses.computeIfAbsent(from, name -> new TreeSet<>()).add(to);
        usedBy.computeIfAbsent(to, name -> new TreeSet<>()).add(from);
    }

    /** Every knot of more types than this. */
    List<Set<String>> largerThan(int types) {
        List<Set<String>> knots = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String start : uses.keySet()) {
            if (seen.add(start)) {
                Set<String> knot = reachable(start, uses);
                knot.retainAll(reachable(start, usedBy));
                seen.addAll(knot);
                if (knot.size() > types) {
                    knots.add(knot);
                }
            }
        }
        return knots;
    }

    private static Set<String> reachable(String start, Map<String, Set<String>> edges) {
        Set<String> reached = new TreeSet<>(Set.of(start));
        Deque<String> queue = new ArrayDeque<>(reached);
        while (!queue.isEmpty()) {
            for (String next : edges.getOrDefault(queue.remove(), Set.of())) {
                if (reached.add(next)) {
                    queue.add(next);
                }
            }
        }
        return reached;
    }
}
