package cco.verifier.gpg;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A real gpg with its own home folder and a clock that the test sets. */
final class Gpg implements AutoCloseable {

    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /** The reasons for a revocation, as gpg numbers them. */
    static final int NO_REASON = 0;

    static final int COMPROMISED = 1;
    static final int SUPERSEDED = 2;
    static final int NO_LONGER_USED = 3;

    private final Path home;
    private Instant now = START;

    Gpg(Path home) throws IOException {
        assumeTrue(isInstalled(), "gpg is not installed");
        this.home = Files.createDirectories(home);
    }

    Gpg at(Instant time) {
        now = time;
        return this;
    }

    /** Creates a primary key and returns its fingerprint. */
    String key(String name, String algorithm, String usage, String lifetime, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of("--quick-gen-key", name + " <" + name + "@example.org>", algorithm, usage, lifetime));
        gpg("", arguments.toArray(String[]::new));
        return fingerprints(name).getFirst();
    }

    /** The fingerprints of the primary key and of its subkeys, in their order. */
    List<String> fingerprints(String key) throws IOException {
        return text("", "--list-keys", "--with-colons", "--with-subkey-fingerprint", key)
                .lines()
                .filter(line -> line.startsWith("fpr:"))
                .map(line -> line.split(":")[9])
                .toList();
    }

    byte[] keyring(String... keys) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--export"));
        arguments.addAll(List.of(keys));
        return gpg("", arguments.toArray(String[]::new));
    }

    /** Signs {@code content} with this very key, not with a subkey. */
    byte[] sign(String key, String content, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-u", key + "!", "--output", "-"));
        arguments.addAll(List.of(options));
        if (!arguments.contains("--clear-sign") && !arguments.contains("--sign")) {
            arguments.add("--detach-sign");
        }
        return gpg(content, arguments.toArray(String[]::new));
    }

    /** Revokes a key in this home and in every later {@link #keyring}. */
    void revoke(String key, int reason, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of("--command-fd", "0", "--no-batch", "--gen-revoke", key));
        String certificate = text("y\n" + reason + "\n\ny\n", arguments.toArray(String[]::new));
        gpg(certificate, "--import");
    }

    String text(String input, String... arguments) throws IOException {
        return new String(gpg(input, arguments), StandardCharsets.UTF_8);
    }

    byte[] gpg(String input, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "gpg",
                "--homedir",
                home.toString(),
                "--batch",
                "--no-tty",
                "--yes",
                "--quiet",
                "--passphrase",
                "",
                "--pinentry-mode",
                "loopback",
                "--faked-system-time",
                now.getEpochSecond() + "!"));
        command.addAll(List.of(arguments));
        Path errors = home.resolve("errors");
        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        }
        byte[] output = process.getInputStream().readAllBytes();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(command + " fails: " + Files.readString(errors));
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        return output;
    }

    /** Stops the agent that gpg has started for this home. */
    @Override
    public void close() throws IOException {
        try {
            new ProcessBuilder("gpgconf", "--homedir", home.toString(), "--kill", "all")
                    .start()
                    .waitFor();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static boolean isInstalled() {
        try {
            return new ProcessBuilder("gpg", "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }
}
