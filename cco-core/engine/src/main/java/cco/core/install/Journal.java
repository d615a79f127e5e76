package cco.core.install;

import cco.core.disk.DurableFiles;
import cco.core.error.InstallException;
import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import cco.core.model.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The record of the change in progress. It exists from before the first change until after the last. */
final class Journal {

    private static final String STEP = "step";
    private static final String RECEIPT = "receipt";
    private static final String SOURCE = "source";
    private static final String BEFORE = "before";
    private static final String HINT = "check the free space and the permissions there";

    private final AppHome home;

    Journal(AppHome home) {
        this.home = home;
    }

    /** A step in progress. An activation carries its final receipt, so that another process can finish it. */
    sealed interface Entry {

        /** A version is being unpacked, proven and placed beside the others. */
        record Staging(Version version) implements Entry {}

        /**
         * The pointer is about to move.
         *
         * @param expose whether to create all commands, and not only those that differ from the receipt's
         * @param before the receipt to go back to if the version turns out not to work; empty if it is not tested
         * @param source the keys and the source to write first, if they are to change
         */
        record Activating(Receipt next, boolean expose, Optional<Receipt> before, Optional<JsonObject> source)
                implements Entry {}

        /**
         * The pointer has moved. The receipt or a new command may be missing, and the version may be on probation.
         *
         * @param before the receipt to go back to if the version turns out not to work; empty if it is not tested
         */
        record Activated(Receipt next, Optional<Receipt> before) implements Entry {}
    }

    /** Reads the step in progress; empty if there is none. */
    Optional<Entry> read() throws IOException, JsonException {
        Optional<JsonObject> document = StateFile.read(home.journal());
        return document.isEmpty() ? Optional.empty() : Optional.of(entry(document.get()));
    }

    void write(Entry entry) throws InstallException {
        try {
            if (entry instanceof Entry.Activating activating
                    && activating.source().isPresent()) {
                // The source may have a password.
                DurableFiles.writePrivate(home.journal(), StateFile.bytes(members(entry)));
            } else {
                StateFile.write(home.journal(), members(entry));
            }
        } catch (IOException e) {
            throw InstallErrors.of("cannot write the journal " + home.journal(), e, HINT);
        }
    }

    void clear() throws InstallException {
        try {
            if (Files.deleteIfExists(home.journal())) {
                DurableFiles.syncDirectory(home.state());
            }
        } catch (IOException e) {
            throw InstallErrors.of("cannot remove the journal " + home.journal(), e, HINT);
        }
    }

    private static Entry entry(JsonObject document) throws JsonException {
        return switch (document.text(STEP)) {
            case "staging" -> new Entry.Staging(StateFile.parsed(document, "version", Version::of, "a version"));
            case "activating" ->
                new Entry.Activating(
                        ReceiptJson.read(document.object(RECEIPT)),
                        document.flag("expose"),
                        before(document),
                        document.optionalObject(SOURCE));
            case "activated" -> new Entry.Activated(ReceiptJson.read(document.object(RECEIPT)), before(document));
            default -> throw document.refuse(STEP, "staging, activating or activated");
        };
    }

    private static Optional<Receipt> before(JsonObject document) throws JsonException {
        Optional<JsonObject> before = document.optionalObject(BEFORE);
        return before.isEmpty() ? Optional.empty() : Optional.of(ReceiptJson.read(before.get()));
    }

    private static Map<String, Object> members(Entry entry) {
        Map<String, Object> members = new LinkedHashMap<>();
        switch (entry) {
            case Entry.Staging staging -> {
                members.put(STEP, "staging");
                members.put("version", staging.version().toString());
            }
            case Entry.Activating activating -> {
                members.put(STEP, "activating");
                members.put("expose", activating.expose());
                activating.source().ifPresent(source -> members.put(SOURCE, source.asMap()));
                members.put(RECEIPT, ReceiptJson.write(activating.next()));
                activating.before().ifPresent(before -> members.put(BEFORE, ReceiptJson.write(before)));
            }
            case Entry.Activated activated -> {
                members.put(STEP, "activated");
                members.put(RECEIPT, ReceiptJson.write(activated.next()));
                activated.before().ifPresent(before -> members.put(BEFORE, ReceiptJson.write(before)));
            }
        }
        return members;
    }
}
