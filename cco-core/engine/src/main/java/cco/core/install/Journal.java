package cco.core.install;

import cco.core.disk.DurableFiles;
import cco.core.error.InstallException;
import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import cco.core.model.Hold;
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
    private static final String HOLD = "hold";
    private static final String HINT = "check the free space and the permissions there";

    private final AppHome home;

    Journal(AppHome home) {
        this.home = home;
    }

    /** A step in progress. An activation carries its final receipt, so that another process can finish it. */
    sealed interface Entry {

        /** The final receipt of an activation. */
        default Optional<Receipt> end() {
            return switch (this) {
                case Staging _ -> Optional.empty();
                case Activating activating -> Optional.of(activating.next());
                case Activated activated -> Optional.of(activated.next());
            };
        }

        /** A version is being unpacked, proven and placed beside the others. */
        record Staging(Version version) implements Entry {}

        /**
         * The pointer is about to move.
         *
         * @param expose whether to create all commands, and not only those that differ from the receipt's
         * @param before the receipt to go back to if the version turns out not to work; empty if it is not tested
         * @param source the keys and the source to write first, if they are to change
         * @param hold the hold to start with the version, for a rollback of the user
         */
        record Activating(
                Receipt next,
                boolean expose,
                Optional<Receipt> before,
                Optional<JsonObject> source,
                Optional<Hold> hold)
                implements Entry {

            /** A switch that starts no hold. */
            Activating(Receipt next, boolean expose, Optional<Receipt> before, Optional<JsonObject> source) {
                this(next, expose, before, source, Optional.empty());
            }
        }

        /**
         * The pointer has moved. The receipt, a hold or a new command may be missing, and the version may be on
         * probation.
         *
         * @param before the receipt to go back to if the version turns out not to work; empty if it is not tested
         * @param source the keys and the source to undo then, if they have changed
         * @param hold the hold to start with the version, for a rollback of the user
         */
        record Activated(Receipt next, Optional<Receipt> before, Optional<JsonObject> source, Optional<Hold> hold)
                implements Entry {

            /** A switch that starts no hold and leaves the source as it is. */
            Activated(Receipt next, Optional<Receipt> before) {
                this(next, before, Optional.empty(), Optional.empty());
            }
        }

        /** The keys and the source that change with the version. */
        default Optional<JsonObject> changedSource() {
            return switch (this) {
                case Staging _ -> Optional.empty();
                case Activating activating -> activating.source();
                case Activated activated -> activated.source();
            };
        }
    }

    /** Reads the step in progress; empty if there is none. */
    Optional<Entry> read() throws IOException, JsonException {
        Optional<JsonObject> document = StateFile.read(home.journal());
        return document.isEmpty() ? Optional.empty() : Optional.of(entry(document.get()));
    }

    void write(Entry entry) throws InstallException {
        try {
            if (entry.changedSource().isPresent()) {
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
                        document.optionalObject(SOURCE),
                        hold(document));
            case "activated" ->
                new Entry.Activated(
                        ReceiptJson.read(document.object(RECEIPT)),
                        before(document),
                        document.optionalObject(SOURCE),
                        hold(document));
            default -> throw document.refuse(STEP, "staging, activating or activated");
        };
    }

    private static Optional<Receipt> before(JsonObject document) throws JsonException {
        Optional<JsonObject> before = document.optionalObject(BEFORE);
        return before.isEmpty() ? Optional.empty() : Optional.of(ReceiptJson.read(before.get()));
    }

    private static Optional<Hold> hold(JsonObject document) throws JsonException {
        Optional<JsonObject> hold = document.optionalObject(HOLD);
        return hold.isEmpty() ? Optional.empty() : Optional.of(HoldFile.hold(hold.get()));
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
                put(members, activating.next(), activating.before(), activating.hold());
            }
            case Entry.Activated activated -> {
                members.put(STEP, "activated");
                activated.source().ifPresent(source -> members.put(SOURCE, source.asMap()));
                put(members, activated.next(), activated.before(), activated.hold());
            }
        }
        return members;
    }

    private static void put(
            Map<String, Object> members, Receipt next, Optional<Receipt> before, Optional<Hold> started) {
        members.put(RECEIPT, ReceiptJson.write(next));
        before.ifPresent(receipt -> members.put(BEFORE, ReceiptJson.write(receipt)));
        started.ifPresent(hold -> members.put(HOLD, HoldFile.members(hold)));
    }
}
