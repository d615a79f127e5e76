package cco.docs;

import cco.docs.Diagram.Arrow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** In which column each box of a diagram stands, so that arrows lead to the right. */
final class Columns {

    private final Map<String, Integer> columns = new TreeMap<>();
    private final List<Arrow> forward = new ArrayList<>();

    private Columns(Collection<String> boxes) {
        boxes.forEach(box -> columns.put(box, 0));
    }

    /**
     * Each box stands as far left as its arrows let it; but one that no arrow leads to stands next to the first that
     * others need too, with what it alone needs behind it. Of a circle of arrows the last one leads back.
     */
    static Map<String, Integer> of(Collection<String> boxes, List<Arrow> arrows) {
        Columns result = new Columns(boxes);
        arrows.forEach(result::add);
        boxes.forEach(result::closeUp);
        return result.columns;
    }

    private void add(Arrow arrow) {
        if (!reaches(arrow.to(), arrow.from())) {
            forward.add(arrow);
            push(arrow);
        }
    }

    private boolean reaches(String from, String to) {
        return from.equals(to)
                || forward.stream().anyMatch(arrow -> arrow.from().equals(from) && reaches(arrow.to(), to));
    }

    private void push(Arrow arrow) {
        int column = columns.get(arrow.from()) + 1;
        if (columns.get(arrow.to()) < column) {
            columns.put(arrow.to(), column);
            forward.stream().filter(next -> next.from().equals(arrow.to())).forEach(this::push);
        }
    }

    private void closeUp(String box) {
        List<Arrow> needs =
                forward.stream().filter(arrow -> arrow.from().equals(box)).toList();
        OptionalInt nearest = needs.stream()
                .filter(this::isShared)
                .mapToInt(arrow -> columns.get(arrow.to()))
                .min();
        if (forward.stream().noneMatch(arrow -> arrow.to().equals(box)) && nearest.isPresent()) {
            columns.put(box, nearest.getAsInt() - 1);
            needs.forEach(this::push);
        }
    }

    private boolean isShared(Arrow need) {
        return forward.stream().anyMatch(arrow -> arrow.to().equals(need.to()) && !reaches(need.from(), arrow.from()));
    }
}
