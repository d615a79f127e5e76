package cco.core.session;

import cco.core.config.ConfigFile;
import cco.core.config.SourceConfig;
import cco.core.error.CcoException;
import cco.core.error.InstallException;
import cco.core.install.SourceRecord;
import cco.core.json.JsonException;
import cco.core.json.JsonObject;
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
    private Optional<Former> former = Optional.empty();

    /** What {@link #write} has replaced, and the configuration that it wrote. */
    private record Former(Map<String, Optional<byte[]>> keys, ConfigFile config, ConfigFile written) {}

    private InstalledSource(
            EngineContext context, SourceConfig table, Optional<Channel> channel, Map<String, byte[]> keys) {
        this.context = context;
        this.table = table;
        this.channel = channel;
        this.keys = keys;
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
                });
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
                        keys(members));
            } catch (IllegalArgumentException e) {
                throw new JsonException("the source in the journal cannot be used", e);
            }
        };
    }

    private static Map<String, byte[]> keys(JsonObject members) throws JsonException {
        Map<String, byte[]> keys = new LinkedHashMap<>();
        for (Map.Entry<String, String> key : members.textMap("keys").entrySet()) {
            if (List.of(TufMode.ROOT, GpgMode.KEYRING).contains(key.getKey())) {
                keys.put(key.getKey(), Base64.getDecoder().decode(key.getValue()));
            }
        }
        return keys;
    }

    @Override
    public Map<String, Object> members() {
        Map<String, Object> encoded = new LinkedHashMap<>();
        keys.forEach((name, bytes) -> encoded.put(name, Base64.getEncoder().encodeToString(bytes)));
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", table.id());
        members.put("trust", table.trust().orElseThrow().toString());
        members.put("settings", table.values());
        channel.ifPresent(name -> members.put("channel", name.value()));
        members.put("keys", encoded);
        return members;
    }

    @Override
    public void write() throws CcoException {
        ConfigFile config = context.config();
        Map<String, Optional<byte[]>> pinned = new LinkedHashMap<>();
        for (String name : keys.keySet()) {
            pinned.put(name, anchors().find(name));
        }
        try {
            for (Map.Entry<String, byte[]> key : keys.entrySet()) {
                anchors().pin(key.getKey(), key.getValue());
            }
            former = Optional.of(new Former(pinned, config, config.withSource(table, channel)));
        } catch (CcoException e) {
            restore(pinned);
            throw e;
        }
    }

    @Override
    public void undo() {
        if (former.isEmpty()) {
            return;
        }
        restore(former.get().keys());
        try {
            former.get().config().replace(former.get().written());
        } catch (CcoException e) {
            context.listener().notice(e.getMessage());
        }
    }

    private void restore(Map<String, Optional<byte[]>> pinned) {
        try {
            for (Map.Entry<String, Optional<byte[]>> key : pinned.entrySet()) {
                if (key.getValue().isPresent()) {
                    anchors().pin(key.getKey(), key.getValue().get());
                } else {
                    anchors().unpin(key.getKey());
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
