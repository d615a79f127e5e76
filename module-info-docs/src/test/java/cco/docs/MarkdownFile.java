package cco.docs;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page as GitHub shows it: where its links lead, and to which places in it a link can lead. */
record MarkdownFile(SourceFile file) {

    private static final Pattern FENCE = Pattern.compile("(?ms)^ *(```+|~~~+).*?^ *\\1 *$");
    private static final Pattern CODE = Pattern.compile("(`+)(?!`).+?(?<!`)\\1(?!`)");
    private static final Pattern LINK = Pattern.compile("\\]\\(<?([^)\\s>]+)[^)]*\\)");
    private static final Pattern REFERENCE = Pattern.compile("(?m)^\\[[^\\]]+\\]: +(\\S+)");
    private static final Pattern HTML = Pattern.compile("\\b(?:href|src|srcset)=\"([^\"]+)\"");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *$");
    private static final Pattern ANCHOR = Pattern.compile("\\b(?:id|name)=\"([^\"]+)\"");

    /** All that lead into the tree, as they are written. */
    List<String> links() {
        String prose = CODE.matcher(prose()).replaceAll("");
        return Stream.of(LINK, REFERENCE, HTML)
                .flatMap(kind -> kind.matcher(prose).results())
                .map(match -> match.group(1))
                .filter(link -> !link.matches("[a-z]+:.*"))
                .toList();
    }

    /** What may follow the # of a link: each heading in GitHub's spelling, and the marks set in HTML. */
    Set<String> places() {
        Set<String> places = new TreeSet<>();
        Map<String, Integer> seen = new HashMap<>();
        HEADING.matcher(prose()).results().map(match -> slug(match.group(1))).forEach(slug -> {
            int times = seen.merge(slug, 1, Integer::sum);
            places.add(times == 1 ? slug : slug + "-" + (times - 1));
        });
        ANCHOR.matcher(prose()).results().forEach(match -> places.add(match.group(1)));
        return places;
    }

    private static String slug(String heading) {
        String text = heading.replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1").toLowerCase(Locale.ROOT);
        return text.replaceAll("[^\\p{L}\\p{N}_ -]", "").replace(' ', '-');
    }

    private String prose() {
        return FENCE.matcher(file.text()).replaceAll("");
    }
}
