package cco.core.session;

import cco.core.config.SourceConfig;
import cco.core.error.CcoException;
import cco.core.error.InstallException;
import cco.core.install.SourceRecord;
import cco.core.json.JsonException;
import cco.core.metadata.TrustAnchors;
import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.TrustModeName;
import cco.core.trust.GpgMode;
import cco.core.trust.Sha256Mode;
import cco.core.trust.TrustMode;
import cco.core.trust.TufMode;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The source of an installation: the keys that it pins, and its table in the configuration. */
public final class InstalledSource implements SourceRecord {

    private final EngineContext context;
    private final SourceConfig table;
    private final Optional<Channel> channel;
    private final Map<String, byte[]> keys;

    /** Empty until it is needed: the configuration may change until then. */
    private Optional<FormerSource> former;

    private InstalledSource(
            EngineContext context,
            SourceConfig table,
            Optional<Channel> channel,
            Map<String, byte[]> keys,
            Optional<FormerSource> former) {
        this.context = context;
        this.table = table;
        this.channel = channel;
        this.keys = keys;
        this.former = former;
    }

    /**
     * The source of a new installation.
     *
     * @param table its table, which names the trust mode
     * @param channel the channel to follow, or nothing for the configured one
     */
    public static InstalledSource of(
            EngineContext context, SourceConfig table, TrustMode trust, Optional<Channel> channel) {
        return new InstalledSource(
                context,
                table,
                channel,
                switch (trust) {
                    case TufMode mode -> Map.of(TufMode.ROOT, mode.anchor().bytes());
                    case GpgMode mode -> Map.of(GpgMode.KEYRING, mode.keyring().bytes());
                    case Sha256Mode _ -> Map.of();
                },
                Optional.empty());
    }

    /** Makes the source of an app again from the journal. */
    static Reader of(EngineContext context, AppName app) {
        return members -> {
            try {
                String trust = members.text("trust").toUpperCase(Locale.ROOT);
                Map<String, Object> settings = members.object("settings").asMap();
                return new InstalledSource(
                        context,
                        new SourceConfig(app, members.text("id"), Optional.of(TrustModeName.valueOf(trust)), settings),
                        members.optionalText("channel").map(Channel::new),
                        keys(members.textMap("keys")),
                        FormerSource.read(members.optionalObject("former")));
            } catch (IllegalArgumentException e) {
                throw new JsonException("the source in the journal cannot be used", e);
            }
        };
    }

    /** Reads key files, encoded in Base64. */
    static Map<String, byte[]> keys(Map<String, String> encoded) {
        Map<String, byte[]> keys = new LinkedHashMap<>();
        encoded.forEach((name, text) -> {
            if (List.of(TufMode.ROOT, GpgMode.KEYRING).contains(name)) {
                keys.put(name, Base64.getDecoder().decode(text));
            }
        });
        return keys;
    }

    static Map<String, Object> encoded(Map<String, byte[]> keys) {
        Map<String, Object> encoded = new LinkedHashMap<>();
        keys.forEach((name, bytes) -> encoded.put(name, Base64.getEncoder().encodeToString(bytes)));
        return encoded;
    }

    @Override
    public Map<String, Object> members() throws CcoException {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", table.id());
        members.put("trust", table.trust().orElseThrow().toString());
        members.put("settings", table.values());
        channel.ifPresent(name -> members.put("channel", name.value()));
        members.put("keys", encoded(keys));
        members.put("former", former().members());
        return members;
    }

    private FormerSource former() throws CcoException {
        if (former.isEmpty()) {
            Map<String, byte[]> pinned = new LinkedHashMap<>();
            for (String name : keys.keySet()) {
                anchors().find(name).ifPresent(bytes -> pinned.put(name, bytes));
            }
            former = Optional.of(new FormerSource(pinned, context.config().change(table, channel)));
        }
        return former.get();
    }

    @Override
    public void write() throws CcoException {
        FormerSource replaced = former();
        try {
            for (Map.Entry<String, byte[]> key : keys.entrySet()) {
                anchors().pin(key.getKey(), key.getValue());
            }
            context.config().withSource(table, channel);
        } catch (CcoException e) {
            restore(replaced.keys());
            throw e;
        }
    }

    @Override
    public void undo() throws CcoException {
        if (former.isEmpty()) {
            return; // nothing was written, or by an earlier cco, which did not record it
        }
        if (context.config().undo(former.get().config())) {
            restore(former.get().keys());
        } else {
            // Keys of another source would refuse all its releases.
            context.listener()
                    .notice("the source of " + table.app()
                            + " stays: the configuration has changed since; see `cco config show`");
        }
    }

    /** A failure is a notice, because it must not hide the first one. */
    private void restore(Map<String, byte[]> pinned) {
        try {
            for (String name : keys.keySet()) {
                if (pinned.containsKey(name)) {
                    anchors().pin(name, pinned.get(name));
                } else {
                    anchors().unpin(name);
                }
            }
        } catch (InstallException e) {
            context.listener().notice(e.getMessage());
        }
    }

    private TrustAnchors anchors() {
        return context.anchors(table.app());
    }
}
