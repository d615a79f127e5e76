package cco.core.install;

import cco.core.disk.PendingSync;
import cco.core.error.CcoException;
import cco.core.manifest.Archive;
import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.FileEntry;
import cco.core.model.Programs;
import cco.core.model.ProgressListener;
import cco.core.model.RepositoryFile;
import cco.core.model.Sha256;
import cco.core.model.Version;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An app called hello below a temporary folder, its versions made on the spot. */
final class TestHome implements ProgressListener {

    static final Version ONE = Version.of("1.0.0");
    static final Version TWO = Version.of("2.0.0");
    static final Version THREE = Version.of("3.0.0");
    static final Instant NOW = Instant.parse("2026-01-31T10:00:00Z");
    static final Provenance MIRROR = new Provenance("mirror", "sha256", Channel.STABLE);

    final Path root;
    final AppHome home;
    final FakeInstaller installer = new FakeInstaller();
    final List<String> notices = new ArrayList<>();
    final AppCommand command;

    TestHome(Path root) {
        this.root = root;
        this.home = new AppHome(new AppName("hello"), root.resolve("data"), root.resolve("state"));
        this.command = new AppCommand(root.resolve("bin"), "hello");
    }

    @Override
    public void notice(String message) {
        notices.add(message);
    }

    /** Installs a version whose program is called hello, and whose files say which version they belong to. */
    Receipt install(Version version) throws CcoException, IOException {
        return install(version, "hello", version.toString());
    }

    Receipt install(Version version, String executable, String content) throws CcoException, IOException {
        return install(version, Programs.of(executable), content, firstTime());
    }

    /** Installs a version whose further commands, all of the same program, have these names. */
    Receipt installWithCommands(Version version, String... names) throws CcoException, IOException {
        Map<String, String> commands = new HashMap<>();
        List.of(names).forEach(name -> commands.put(name, "hello"));
        return install(version, Programs.of("hello", commands), version.toString(), firstTime());
    }

    /** Installs a version that tests itself after the switch, and works as long as a file does not exist. */
    Receipt installTested(Version version, Path obstacle, String... commands) throws CcoException, IOException {
        return installTested(version, obstacle, firstTime(), commands);
    }

    /** As {@link #installTested}, but from another source than the version before. */
    Receipt installTestedFrom(String place, Version version, Path obstacle) throws CcoException, IOException {
        return installTested(version, obstacle, Optional.of(new Registration(command, source(place))));
    }

    private Receipt installTested(
            Version version, Path obstacle, Optional<Registration> registration, String... commands)
            throws CcoException, IOException {
        Map<String, String> further = new HashMap<>();
        List.of(commands).forEach(name -> further.put(name, "hello"));
        Programs programs = Programs.of("hello", further).checkedBy(List.of(obstacle.toString()));
        try (AppLock lock = AppLock.acquire(home);
                Activation activation = begin(lock, version)) {
            InstallCandidate staged = stage(activation.staging(), version, "hello", version.toString());
            Path program = staged.directory().resolve("hello");
            Files.delete(program);
            FileEntry script = write(staged.directory(), "hello", "#!/bin/sh\n[ ! -e \"$1\" ]\n", true);
            InstallCandidate candidate = new InstallCandidate(
                    version,
                    staged.directory(),
                    staged.sync(),
                    programs,
                    Optional.empty(),
                    List.of(script, staged.files().getLast()),
                    staged.archive());
            return activation.activate(candidate, MIRROR, registration);
        }
    }

    /** Installs a version from another source than the one before. */
    Receipt installFrom(String place, Version version) throws CcoException, IOException {
        Registration registration = new Registration(command, source(place));
        return install(version, Programs.of("hello"), version.toString(), Optional.of(registration));
    }

    private Optional<Registration> firstTime() {
        return home.hasReceipt() ? Optional.empty() : Optional.of(new Registration(command, source("mirror")));
    }

    /** The place of the recorded source and its keys; empty if there are none. */
    Optional<String> source() throws IOException {
        return FakeSource.read(root.resolve("config"));
    }

    SourceRecord source(String place) {
        return new FakeSource(root.resolve("config"), place);
    }

    private Receipt install(Version version, Programs programs, String content, Optional<Registration> registration)
            throws CcoException, IOException {
        try (AppLock lock = AppLock.acquire(home);
                Activation activation = begin(lock, version)) {
            InstallCandidate staged = stage(activation.staging(), version, programs.executable(), content);
            InstallCandidate candidate = new InstallCandidate(
                    version,
                    staged.directory(),
                    staged.sync(),
                    programs,
                    Optional.empty(),
                    staged.files(),
                    staged.archive());
            return activation.activate(candidate, MIRROR, registration);
        }
    }

    /** The names in the folder for commands. */
    List<String> commands() throws IOException {
        if (!Files.isDirectory(command.bin())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(command.bin())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    Activation begin(AppLock lock, Version version) throws CcoException {
        return Activation.begin(lock, installer, version, this, InstantSource.fixed(NOW));
    }

    /** A version as the stager would leave it: a program, a library, and a startup archive that no list names. */
    static InstallCandidate stage(Path folder, Version version, String executable, String content) throws IOException {
        List<FileEntry> files = List.of(
                write(folder, executable, "run " + content, true), write(folder, "lib/data", "data " + content, false));
        write(folder, "lib/classes.jsa", "made at install", false);
        return new InstallCandidate(
                version,
                folder,
                PendingSync.start(folder),
                Programs.of(executable),
                Optional.empty(),
                files,
                Optional.of(archive(version)));
    }

    static Archive archive(Version version) {
        Sha256 digest = new Sha256("ab".repeat(32));
        RepositoryFile list = new RepositoryFile(version + ".files.json", digest, 5);
        return new Archive(new RepositoryFile(version + ".tar.gz", digest, 7), Optional.of(list));
    }

    private static FileEntry write(Path folder, String name, String text, boolean executable) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(executable ? "r-xr-xr-x" : "r--r--r--"));
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new FileEntry(name, bytes.length, executable, Sha256.of(bytes));
    }

    Recovery.Recovered recover() throws CcoException {
        try (AppLock lock = AppLock.acquire(home)) {
            return new Recovery(
                            lock,
                            installer,
                            members -> FakeSource.of(root.resolve("config"), members),
                            this,
                            InstantSource.fixed(NOW))
                    .run();
        }
    }

    Receipt rollBack() throws CcoException {
        try (AppLock lock = AppLock.acquire(home)) {
            return new Rollback(lock, installer, this, InstantSource.fixed(NOW)).toPrevious();
        }
    }

    Receipt keep(int versions) throws CcoException {
        try (AppLock lock = AppLock.acquire(home)) {
            return new Retention(lock, this).keep(receipt(), versions);
        }
    }

    Receipt receipt() throws CcoException {
        return new ReceiptFile(home).require();
    }

    Optional<String> current() throws IOException {
        return installer.current(home.data());
    }

    /** A file of an installed version, to be read or spoilt. */
    Path file(Version version, String name) {
        return home.version(version).resolve(name);
    }

    /** Writes over a read-only file, as a failing disk or a curious user would. */
    void spoil(Version version, String name) throws IOException {
        Files.delete(file(version, name));
        Files.writeString(file(version, name), "spoilt");
    }
}
