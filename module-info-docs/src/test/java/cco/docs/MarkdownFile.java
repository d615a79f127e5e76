package cco.docs;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The links and anchors of a Markdown page, as GitHub renders it. */
record MarkdownFile(SourceFile file) {

    private static final Pattern FENCE = Pattern.compile("(?ms)^ *(```+|~~~+).*?^ *\\1 *$");
    private static final Pattern CODE = Pattern.compile("(`+)(?!`).+?(?<!`)\\1(?!`)");
    private static final Pattern LINK = Pattern.compile("\\]\\(<?([^)\\s>]+)[^)]*\\)");
    private static final Pattern REFERENCE = Pattern.compile("(?m)^\\[[^\\]]+\\]: +(\\S+)");
    private static final Pattern HTML = Pattern.compile("\\b(?:href|src|srcset)=\"([^\"]+)\"");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *$");
    private static final Pattern ANCHOR = Pattern.compile("\\b(?:id|name)=\"([^\"]+)\"");

    /** The links into the tree, as written. */
    List<String> links() {
        String prose = CODE.matcher(prose()).replaceAll("");
        return Stream.of(LINK, REFERENCE, HTML)
                .flatMap(kind -> kind.matcher(prose).results())
                .map(match -> match.group(1))
                .filter(link -> !link.matches("[a-z]+:.*"))
                .toList();
    }

    /** The anchors of the page: its headings in GitHub's spelling, and HTML ids. */
    Set<String> anchors() {
        Set<String> anchors = new TreeSet<>();
        Map<String, Integer> seen = new HashMap<>();
        HEADING.matcher(prose()).results().map(match -> slug(match.group(1))).forEach(slug -> {
            int times = seen.merge(slug, 1, Integer::sum);
            anchors.add(times == 1 ? slug : slug + "-" + (times - 1));
        });
        ANCHOR.matcher(prose()).results().forEach(match -> anchors.add(match.group(1)));
        return anchors;
    }

    private static String slug(String heading) {
        String text = heading.replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1").toLowerCase(Locale.ROOT);
        return text.replaceAll("[^\\p{L}\\p{N}_ -]", "").replace(' ', '-');
    }

    private String prose() {
        return FENCE.matcher(file.text()).replaceAll("");
    }
}
