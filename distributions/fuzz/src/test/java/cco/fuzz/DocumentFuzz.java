package cco.fuzz;

import cco.core.error.SourceException;
import cco.core.error.UsageException;
import cco.core.json.CanonicalJson;
import cco.core.json.Json;
import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import cco.core.json.JsonText;
import cco.core.manifest.FileListReader;
import cco.core.manifest.ManifestReader;
import cco.core.model.AppName;
import cco.core.model.Platform;
import cco.core.model.RepositoryFile;
import cco.core.model.Sha256;
import cco.core.model.UntrustedBytes;
import cco.core.model.Version;
import cco.core.toml.KeyPath;
import cco.core.toml.TomlDocument;
import cco.core.toml.TomlException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** Documents that are read from memory. */
final class DocumentFuzz {

    private static final AppName APP = new AppName("hello");

    private DocumentFuzz() {}

    static void json(byte[] input) throws Exception {
        JsonObject object;
        try {
            object = Json.parse(input);
        } catch (JsonException refused) {
            return;
        }
        String text = JsonText.pretty(object.asMap());
        JsonObject again = Json.parse(text.getBytes(StandardCharsets.UTF_8));
        if (!text.equals(JsonText.pretty(again.asMap()))) {
            throw new IllegalStateException(text + " changes when it is read");
        }
        canonical(object);
    }

    private static void canonical(JsonObject object) throws JsonException {
        byte[] canonical;
        try {
            canonical = CanonicalJson.of(object);
        } catch (JsonException hasNone) {
            return;
        }
        for (byte next : canonical) {
            if (next >= 0 && next < ' ') {
                return; // OLPC's form leaves control characters as they are, and JSON forbids them
            }
        }
        JsonObject again = Json.parse(canonical);
        requireSame(object.asMap(), again.asMap());
        if (!Arrays.equals(canonical, CanonicalJson.of(again))) {
            throw new IllegalStateException("two canonical forms");
        }
    }

    static void manifest(byte[] input) {
        try {
            ManifestReader.read(new UntrustedBytes("version-manifest.json", input), APP);
        } catch (SourceException documented) {
            return;
        }
    }

    static void fileList(byte[] input) throws Exception {
        if (input.length == 0) {
            return; // no manifest can list an empty file
        }
        try {
            FileListReader.read(
                    new UntrustedBytes("hello.files.json", input),
                    new RepositoryFile("hello.files.json", Sha256.of(input), input.length),
                    APP,
                    Version.of("1.0.0"),
                    new Platform("linux-x86_64"));
        } catch (SourceException documented) {
            return;
        }
    }

    static void toml(byte[] input) throws TomlException {
        key(input);
        TomlDocument document;
        try {
            document = TomlDocument.of(input);
        } catch (TomlException refused) {
            return;
        }
        requireSame(document.values(), TomlDocument.of(document.bytes()).values());
        for (KeyPath key : document.values().keySet().stream().limit(10).toList()) {
            document.line(key);
            edit(document, key);
        }
        edit(document, KeyPath.of("updates", "channel"));
    }

    private static void edit(TomlDocument document, KeyPath key) {
        try {
            document.with(key, "a\"b\\").without(key);
            document.without(key);
        } catch (TomlException documented) {
            return;
        }
    }

    private static void key(byte[] input) {
        try {
            KeyPath.parse(new String(input, StandardCharsets.UTF_8));
        } catch (UsageException documented) {
            return;
        }
    }

    private static void requireSame(Map<?, ?> first, Map<?, ?> second) {
        if (!first.equals(second)) {
            throw new IllegalStateException(first + " is not " + second);
        }
    }
}
