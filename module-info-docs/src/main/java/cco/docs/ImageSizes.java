package cco.docs;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The size of each module in the linked image, parsed from {@code jimage list --verbose}. */
final class ImageSizes {

    private static final Pattern MODULE = Pattern.compile("Module: (\\S+)");
    private static final Pattern ENTRY = Pattern.compile("\\s*\\d+\\s+(\\d+)\\s+\\d+\\s+\\S.*");

    private ImageSizes() {}

    /** The bytes of each module's classes and resources in the image: uncompressed, without debug tables. */
    static SortedMap<String, Long> parse(List<String> listing) {
        SortedMap<String, Long> sizes = new TreeMap<>();
        String module = "";
        for (String line : listing) {
            Matcher title = MODULE.matcher(line);
            Matcher entry = ENTRY.matcher(line);
            if (title.matches()) {
                module = title.group(1);
            } else if (entry.matches()) {
                sizes.merge(module, Long.valueOf(entry.group(1)), Long::sum);
            }
        }
        return sizes;
    }
}
