package cco.tck;

import cco.api.BadSettingException;
import cco.api.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * A table of the configuration, in memory. It records which keys are read.
 *
 * @param values texts, or lists of texts, by key
 * @param asked the keys that were read so far
 */
public record TableSettings(Map<String, ?> values, Set<String> asked) implements Settings {

    /**
     * A table of which no key has been read.
     *
     * @param values texts, or lists of texts, by key; may be empty
     */
    public TableSettings(Map<String, ?> values) {
        this(values, new ConcurrentSkipListSet<>());
    }

    @Override
    public Optional<String> text(String key) throws BadSettingException {
        asked.add(key);
        return switch (values.get(key)) {
            case null -> Optional.empty();
            case String text -> Optional.of(text);
            default -> throw new BadSettingException(key, "must be a text");
        };
    }

    @Override
    public List<String> texts(String key) throws BadSettingException {
        asked.add(key);
        return switch (values.get(key)) {
            case null -> List.of();
            case String text -> List.of(text);
            case List<?> list -> list.stream().map(String::valueOf).toList();
            default -> throw new BadSettingException(key, "must be a list of texts");
        };
    }
}
