package cco.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.docs.Diagram.Arrow;
import cco.docs.Diagram.Box;
import cco.docs.Layout.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DiagramTest {

    private static List<Arrow> arrows(String... pairs) {
        return Stream.of(pairs)
                .map(pair -> new Arrow(pair.substring(0, 1), pair.substring(1), ""))
                .toList();
    }

    private static Set<String> names(List<Arrow> arrows) {
        Set<String> names = new TreeSet<>();
        arrows.forEach(arrow -> names.addAll(List.of(arrow.from(), arrow.to())));
        return names;
    }

    @Test
    void arrows_leadToTheRight() {
        List<Arrow> arrows = arrows("ab", "bc", "ac", "cd", "ed");
        Map<String, Integer> columns = Columns.of(names(arrows), arrows);
        assertEquals(Map.of("a", 0, "b", 1, "c", 2, "d", 3, "e", 2), columns, "e stands beside what it needs");
        List<Arrow> withOwn = arrows("ab", "bc", "cd", "ed", "ef", "fg");
        assertEquals(
                Map.of("a", 0, "b", 1, "c", 2, "d", 3, "e", 2, "f", 3, "g", 4),
                Columns.of(names(withOwn), withOwn),
                "and what it alone needs moves with it");
    }

    @Test
    void aCircle_isLeftByItsLastArrow() {
        List<Arrow> arrows = arrows("ab", "bc", "ca");
        assertEquals(Map.of("a", 0, "b", 1, "c", 2), Columns.of(names(arrows), arrows));
    }

    @Test
    void arrowsThatNeedNotCross_doNot() {
        Layout layout = new Layout(Set.of("a", "b", "c", "x", "y", "z"), arrows("az", "by", "cx"));
        assertEquals(
                layout.box("a").y() < layout.box("b").y(),
                layout.box("z").y() < layout.box("y").y());
        assertEquals(
                layout.box("b").y() < layout.box("c").y(),
                layout.box("y").y() < layout.box("x").y());
    }

    @Test
    void aLongArrow_passesBetweenTheBoxes() {
        List<Arrow> arrows = arrows("ab", "bc", "ac");
        Layout layout = new Layout(names(arrows), arrows);
        Place bend = layout.path(arrows.getLast()).get(1);
        assertEquals(1, bend.column());
        assertTrue(Math.abs(bend.y() - layout.box("b").y()) >= 0.75, "half a box and half of the arrow's room");
    }

    @Test
    void boxes_neverOverlap() {
        List<Arrow> arrows = new ArrayList<>(arrows("ab", "ac", "ad", "be", "ce", "de", "ae", "bf", "af", "gf", "ge"));
        Layout layout = new Layout(names(arrows), arrows);
        List<Place> places = names(arrows).stream().map(layout::box).toList();
        for (Place one : new HashSet<>(places)) {
            assertEquals(
                    1,
                    places.stream()
                            .filter(other -> other.column() == one.column() && Math.abs(other.y() - one.y()) < 0.999)
                            .count(),
                    "at " + one);
        }
    }

    @Test
    void picture_showsBoxesServicesAndLibraries() {
        Diagram diagram = new Diagram(
                List.of(
                        new Box("a", false, List.of()),
                        new Box("b", false, List.of("Source")),
                        new Box("lib", true, List.of())),
                List.of(new Arrow("a", "b", "Source"), new Arrow("b", "lib", "")));
        String svg = SvgPicture.of(diagram);
        assertEquals(svg, SvgPicture.of(diagram), "the same modules give the same picture");
        for (String part : List.of(
                ">a</text>",
                "class=\"service\"",
                ">Source</text>",
                "<rect class=\"library\"",
                "<path class=\"provides\" d=\"M",
                "<path d=\"M")) {
            assertTrue(svg.contains(part), part + " in\n" + svg);
        }
        assertFalse(svg.contains("%"), "every place is filled in");
    }
}
