package cco.publisher.signing;

import cco.core.disk.DurableFiles;
import cco.core.disk.IoReason;
import cco.core.error.CcoException;
import cco.core.error.StorageException;
import cco.core.error.UsageException;
import cco.core.json.Json;
import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import cco.core.json.JsonText;
import cco.publisher.keys.KeyOpener;
import cco.publisher.keys.KeyUri;
import cco.publisher.keys.Signer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A publisher's folder of keys. Its {@code keys.json} holds the URI of each role's key, by default a file in the
 * folder.
 */
public final class KeyFolder implements SignerProvider {

    private static final String INDEX = "keys.json";

    private final Path directory;
    private final KeyOpener opener;

    /** A folder that exists, or that the first key creates. */
    public KeyFolder(Path directory, KeyOpener opener) {
        this.directory = directory.toAbsolutePath().normalize();
        this.opener = opener;
    }

    /** The default URI of a role's key. */
    public KeyUri defaultUri(KeyRole role) {
        return new KeyUri.InFile(directory.resolve(role + ".pem"));
    }

    @Override
    public Signer signer(KeyRole role) throws CcoException {
        Map<KeyRole, KeyUri> index = index();
        if (!index.containsKey(role)) {
            throw new UsageException(
                    "there is no " + role + " key in " + directory, "name the folder with --keys, or the key itself");
        }
        return opener.open(index.get(role));
    }

    /** Opens a key, or creates the file of a new one. Encrypts the file unless scheduled jobs need the key. */
    public Signer openOrCreate(KeyRole role, KeyUri uri) throws CcoException {
        return uri instanceof KeyUri.InFile file && !Files.exists(file.path()) ? create(role, file) : opener.open(uri);
    }

    private Signer create(KeyRole role, KeyUri.InFile file) throws CcoException {
        return role.isOffline() ? opener.createEncrypted(file) : opener.createPlain(file);
    }

    /** Records the URIs of keys. */
    public void record(Map<KeyRole, KeyUri> keys) throws CcoException {
        Map<KeyRole, KeyUri> index = index();
        index.putAll(keys);
        Map<String, Object> json = new LinkedHashMap<>();
        index.forEach((role, uri) -> json.put(role.toString(), text(uri)));
        try {
            DurableFiles.writePrivate(
                    directory.resolve(INDEX), JsonText.pretty(json).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new StorageException(
                    IoReason.explain("cannot write to " + directory, e), "check its free space and permissions", e);
        }
    }

    /** The URI, relative for files in or beside the folder, so that both can be moved together. */
    private String text(KeyUri uri) {
        Path beside = directory.getParent() == null ? directory : directory.getParent();
        return uri instanceof KeyUri.InFile file && file.path().startsWith(beside)
                ? "file:" + directory.relativize(file.path())
                : uri.toString();
    }

    private Map<KeyRole, KeyUri> index() throws UsageException {
        Path file = directory.resolve(INDEX);
        Map<KeyRole, KeyUri> index = new EnumMap<>(KeyRole.class);
        if (!Files.exists(file)) {
            return index;
        }
        try {
            JsonObject json = Json.parse(Files.readAllBytes(file));
            for (KeyRole role : KeyRole.values()) {
                if (json.optionalText(role.toString()).isPresent()) {
                    index.put(role, KeyUri.parse(json.text(role.toString()), directory));
                }
            }
            return index;
        } catch (IOException e) {
            throw new UsageException(IoReason.explain("cannot read " + file, e), "check its permissions", e);
        } catch (JsonException e) {
            throw new UsageException(file + " is damaged: " + e.getMessage(), "restore it, or name the keys", e);
        }
    }
}
