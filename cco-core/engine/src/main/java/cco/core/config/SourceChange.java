package cco.core.config;

import cco.core.model.Channel;
import cco.core.toml.KeyPath;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The edits that make a source the only one of an app. A key without a value is removed.
 *
 * @param channel the channel to follow; empty leaves it unchanged
 * @param pinned whether the administrator names the source, which then is not written
 */
record SourceChange(SourceConfig source, Optional<Channel> channel, boolean pinned) {

    Map<KeyPath, Optional<Object>> edits(Layer layer) {
        Map<KeyPath, Optional<Object>> edits = new LinkedHashMap<>();
        if (!pinned) {
            layer.document().values().keySet().stream()
                    .filter(key -> key.startsWith(source.path()))
                    .forEach(stale -> edits.put(stale, Optional.empty()));
            edits.put(Key.of(source.app(), Schema.SOURCE), Optional.of(source.id()));
            source.values().forEach((key, value) -> edits.put(source.path().plus(key), Optional.of(value)));
            source.trust().ifPresent(trust -> edits.put(source.path().plus(Key.TRUST), Optional.of(trust.toString())));
        }
        channel.ifPresent(name -> edits.put(Key.of(source.app(), Schema.CHANNEL), Optional.of(name.value())));
        return edits;
    }
}
