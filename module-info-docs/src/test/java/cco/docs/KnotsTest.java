package cco.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The house rule against knots of types that all need each other. */
class KnotsTest {

    private static final int LARGEST_KNOT = 3;

    @Test
    void types_formNoLargeKnot() throws IOException {
        List<String> knots = new TypeKnots(CompiledTree.read().classes())
                .largerThan(LARGEST_KNOT).stream()
                        .map(knot -> knot.size() + " types: " + String.join(", ", knot))
                        .toList();
        assertTrue(
                knots.isEmpty(),
                () -> "more than " + LARGEST_KNOT
                        + " types that need each other can only be understood and tested together\n  "
                        + String.join("\n  ", knots));
    }

    @Test
    void aKnotOfTypes_countsNestedTypesWithTheirOuterType() {
        List<CompiledClass> classes = List.of(
                type("a.A", "b.B"), type("b.B", "c.C$D"), type("c.C"), type("c.C$D", "a.A"), type("e.E", "a.A"));
        assertEquals(List.of(Set.of("a.A", "b.B", "c.C")), new TypeKnots(classes).largerThan(2));
        assertEquals(List.of(), new TypeKnots(classes).largerThan(3));
    }

    private static CompiledClass type(String name, String... uses) {
        return new CompiledClass(name, "java.lang.Object", new TreeSet<>(Set.of(uses)));
    }
}
