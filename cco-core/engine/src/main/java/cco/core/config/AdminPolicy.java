package cco.core.config;

import cco.core.error.UsageException;
import cco.core.model.AppName;
import cco.core.model.Channel;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Refuses command-line options that contradict the administrator's file, which also outranks the user's file and the
 * environment.
 */
public final class AdminPolicy {

    private static final String HINT = "omit the option, or ask the administrator of this machine";

    private final Layers layers;

    AdminPolicy(Layers layers) {
        this.layers = layers;
    }

    /**
     * Refuses a source that is not pinned.
     *
     * @param app the app
     * @param id the id
     * @throws UsageException naming the administrator's file
     */
    public void requireSource(AppName app, String id) throws UsageException {
        Optional<ResolvedValue> pin = layers.pinned(app, Schema.SOURCE);
        if (pin.isPresent() && !read(pin.get(), Schema.SOURCE).contains(id)) {
            throw refused("the source " + id, app, pin.get());
        }
    }

    /**
     * Refuses a channel that is not pinned.
     *
     * @param app the app
     * @param channel the channel
     * @throws UsageException naming the administrator's file
     */
    public void requireChannel(AppName app, Channel channel) throws UsageException {
        Optional<ResolvedValue> pin = layers.pinned(app, Schema.CHANNEL);
        if (pin.isPresent() && !read(pin.get(), Schema.CHANNEL).equals(channel)) {
            throw refused("the channel " + channel, app, pin.get());
        }
    }

    /**
     * Refuses a source table that differs from the pinned one.
     *
     * @param table the table
     * @throws UsageException naming the administrator's file
     */
    public void requireTable(SourceConfig table) throws UsageException {
        requireSource(table.app(), table.id());
        Optional<Layer> system = layers.system().filter(layer -> layer.hasTable(table.path()));
        if (system.isPresent()) {
            SourceConfig decided = Configuration.table(system.get(), table.app(), table.id());
            boolean sameTrust = decided.trust().isEmpty() || decided.trust().equals(table.trust());
            if (!sameTrust || !lists(decided).equals(lists(table))) {
                throw new UsageException(
                        "the table [" + table.path() + "] is pinned by "
                                + system.get().file() + " with other values",
                        "install from the pinned source, or ask the administrator of this machine");
            }
        }
    }

    /**
     * Refuses an unsigned app if the administrator requires signatures.
     *
     * @param app the app
     * @param signed whether the source is signed
     * @throws UsageException naming the administrator's file
     */
    public void requireTrust(AppName app, boolean signed) throws UsageException {
        Optional<ResolvedValue> pin = layers.pinned(app, Schema.VERIFY_SIGNATURES);
        if (!signed && pin.isPresent() && read(pin.get(), Schema.VERIFY_SIGNATURES)) {
            throw new UsageException(
                    "the trust mode sha256 is not allowed for " + app + ": " + Schema.VERIFY_SIGNATURES.key()
                            + " is pinned by " + pin.get().where(),
                    "pass the publisher's keys with --root FILE or --gpg-key FILE");
        }
    }

    private static <T> T read(ResolvedValue pin, Setting<T> setting) {
        return setting.kind().read(pin.value().orElseThrow()).orElseThrow();
    }

    private static UsageException refused(String what, AppName app, ResolvedValue pin) {
        return new UsageException(what + " is not allowed for " + app + ": " + pin.where() + " pins another", HINT);
    }

    /** A single string means the same as a list of it. */
    private static List<Object> lists(SourceConfig table) {
        return table.values().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .<Object>map(entry -> List.of(
                        entry.getKey(), entry.getValue() instanceof List<?> list ? list : List.of(entry.getValue())))
                .toList();
    }
}
