package cco.core.plugin;

import cco.core.disk.DurableFiles;
import cco.core.json.Json;
import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import cco.core.json.JsonText;
import cco.core.model.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The trusted plugins, {@code plugins.lock} (docs/formats.md §10).
 *
 * <p>Without the file, no plugin is trusted. A damaged file trusts no plugin either, and is never overwritten.
 */
record PluginLock(List<TrustedPlugin> pins) {

    static final String FILE = "plugins.lock";

    private static final int MAX_BYTES = 1 << 20;
    private static final long SCHEMA = 1;
    private static final Pattern JAR = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,200}\\.jar");

    PluginLock {
        List<TrustedPlugin> sorted = new ArrayList<>(pins);
        sorted.sort((one, other) -> one.id().compareTo(other.id()));
        pins = List.copyOf(sorted);
    }

    /** Returns whether a file name is allowed for a plugin. */
    static boolean isJar(String name) {
        return JAR.matcher(name).matches();
    }

    static PluginLock read(Path folder) throws PluginRefusedException {
        try {
            JsonObject document = Json.parse(OwnFile.read(folder.resolve(FILE), MAX_BYTES));
            if (document.whole("schema") != SCHEMA) {
                throw document.refuse("schema", SCHEMA + ", but a newer cco wrote " + document.whole("schema"));
            }
            PluginLock lock = new PluginLock(List.of());
            for (JsonObject entry : document.objects("plugins")) {
                TrustedPlugin pin = pin(entry);
                if (lock.plugin(pin.id()).isPresent()) {
                    throw new PluginRefusedException("it lists " + pin.id() + " twice");
                }
                lock = lock.with(pin);
            }
            return lock;
        } catch (NoSuchFileException absent) {
            return new PluginLock(List.of());
        } catch (JsonException | IOException | PluginRefusedException damaged) {
            throw new PluginRefusedException(FILE + " cannot be used: " + damaged.getMessage(), damaged);
        }
    }

    /** Finds a plugin by its id. */
    Optional<TrustedPlugin> plugin(String id) {
        for (TrustedPlugin pin : pins) {
            if (pin.id().equals(id)) {
                return Optional.of(pin);
            }
        }
        return Optional.empty();
    }

    /** Finds the plugin that provides an id. */
    Optional<TrustedPlugin> provider(String service, String id) {
        for (TrustedPlugin pin : pins) {
            if (pin.ability(service, id).isPresent()) {
                return Optional.of(pin);
            }
        }
        return Optional.empty();
    }

    /** Returns whether a trusted plugin has this file. */
    boolean hasJar(String file) {
        for (TrustedPlugin pin : pins) {
            if (pin.file().equals(file)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Adds a plugin, or replaces another version of it.
     *
     * @throws PluginRefusedException if another plugin provides the same id or has the same file
     */
    PluginLock with(TrustedPlugin pin) throws PluginRefusedException {
        List<TrustedPlugin> all = new ArrayList<>(without(pin.id()).pins);
        for (TrustedPlugin other : all) {
            Optional<ProvidedService> both = pin.sharedWith(other);
            if (both.isPresent()) {
                throw new PluginRefusedException("the plugin " + other.id() + " already provides the " + both.get());
            }
            if (other.file().equals(pin.file())) {
                throw new PluginRefusedException("the plugin " + other.id() + " already has the file " + pin.file());
            }
        }
        all.add(pin);
        return new PluginLock(all);
    }

    PluginLock without(String id) {
        Optional<TrustedPlugin> pin = plugin(id);
        if (pin.isEmpty()) {
            return this;
        }
        List<TrustedPlugin> others = new ArrayList<>(pins);
        others.remove(pin.get());
        return new PluginLock(others);
    }

    void write(Path folder) throws IOException {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schema", SCHEMA);
        document.put("plugins", pins.stream().map(PluginLock::json).toList());
        DurableFiles.write(folder.resolve(FILE), JsonText.pretty(document).getBytes(StandardCharsets.UTF_8));
    }

    private static TrustedPlugin pin(JsonObject entry) throws JsonException {
        List<ProvidedService> abilities = new ArrayList<>();
        for (JsonObject ability : entry.objects("provides")) {
            abilities.add(new ProvidedService(
                    ability.text("service"), ability.text("id"), Set.copyOf(ability.texts("keys"))));
        }
        if (!isJar(entry.text("file"))) {
            throw entry.refuse("file", "the name of a jar in this folder");
        }
        try {
            Sha256 digest = new Sha256(entry.text("sha256"));
            return new TrustedPlugin(entry.text("id"), entry.text("version"), entry.text("file"), digest, abilities);
        } catch (IllegalArgumentException e) {
            throw entry.refuse("sha256", "64 lower-case hexadecimal digits");
        }
    }

    private static Map<String, Object> json(TrustedPlugin pin) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", pin.id());
        entry.put("version", pin.version());
        entry.put("file", pin.file());
        entry.put("sha256", pin.sha256().hex());
        entry.put("provides", pin.provides().stream().map(PluginLock::json).toList());
        return entry;
    }

    private static Map<String, Object> json(ProvidedService ability) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("service", ability.service());
        entry.put("id", ability.id());
        if (!ability.keys().isEmpty()) {
            entry.put("keys", List.copyOf(ability.keys()));
        }
        return entry;
    }
}
