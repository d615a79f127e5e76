package cco.cli.command;

import cco.core.error.UsageException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where releases come from, as {@code --from} says it.
 *
 * @param source the id of the source that reads such places
 * @param settings the source's own: the mirrors' addresses, or one absolute folder
 */
record Whereabouts(String source, Map<String, Object> settings) {

    private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+://.*");

    /** Sorts addresses from folders; a source is either mirrors or one folder. */
    static Whereabouts of(List<String> from, Arguments arguments) throws UsageException {
        long urls = from.stream().filter(place -> URL.matcher(place).matches()).count();
        if (urls == from.size()) {
            return new Whereabouts("mirror", Map.of("urls", List.copyOf(from)));
        }
        if (from.size() > 1) {
            throw arguments.refuse(
                    urls == 0 ? "--from takes only one folder" : "--from takes either mirrors or a folder, not both");
        }
        Path folder = Values.convert(Path.class, "--from", from.getFirst(), Arguments.hint("install"));
        // Later runs begin in other folders.
        return new Whereabouts("file", Map.of("path", folder.toAbsolutePath().normalize().toString()));
    }
}
