package cco.core.install;

import cco.core.error.InstallException;
import cco.core.json.JsonException;
import cco.core.model.AppName;
import cco.core.model.Version;
import cco.fuzz.Scratch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The state files of an app, each with the same content. */
public final class StateFuzz {

    private static final AppHome HOME =
            new AppHome(new AppName("hello"), Scratch.path("state-data"), Scratch.path("state"));

    private StateFuzz() {}

    /** Reads the input as every file; a journal or receipt that is written again has to stay the same. */
    public static void run(byte[] input) throws Exception {
        journal(input);
        receipt(input);
        write(HOME.state().resolve("hold.json"), input);
        try {
            new HoldFile(HOME).read(Optional.of(Version.of("1.0.0")));
        } catch (InstallException documented) {
            // The next file has the same content.
        }
        write(HOME.state().resolve("quarantine.json"), input);
        new QuarantineFile(HOME).read();
        write(HOME.state().resolve("history.jsonl"), input);
        new HistoryFile(HOME).read();
    }

    private static void journal(byte[] input) throws Exception {
        write(HOME.journal(), input);
        Journal journal = new Journal(HOME);
        Optional<Journal.Entry> entry;
        try {
            entry = journal.read();
        } catch (JsonException documented) {
            return;
        }
        journal.write(entry.orElseThrow());
        requireSame(entry, journal.read());
    }

    private static void receipt(byte[] input) throws Exception {
        write(HOME.receipt(), input);
        ReceiptFile file = new ReceiptFile(HOME);
        Optional<Receipt> receipt;
        try {
            receipt = file.read();
        } catch (InstallException documented) {
            return;
        }
        file.write(receipt.orElseThrow());
        requireSame(receipt, file.read());
    }

    private static void write(Path file, byte[] content) throws IOException {
        Scratch.file(Scratch.path("").relativize(file).toString(), content);
    }

    private static void requireSame(Optional<?> first, Optional<?> second) {
        if (!first.equals(second)) {
            throw new IllegalStateException(first + " is not " + second);
        }
    }
}
