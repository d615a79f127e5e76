package cco.core.background;

import cco.api.Artifact;
import cco.api.ChannelSource;
import cco.api.Content;
import cco.api.Origin;
import cco.api.PlatformInstaller;
import cco.api.Resource;
import cco.api.Settings;
import cco.api.Transport;
import cco.api.Verdict;
import cco.api.Verifier;
import cco.core.doctor.Doctor;
import cco.core.env.Dirs;
import cco.core.env.Env;
import cco.core.error.CcoException;
import cco.core.install.FakeInstaller;
import cco.core.model.AppName;
import cco.core.model.HostProduct;
import cco.core.model.Platform;
import cco.core.model.Programs;
import cco.core.model.ProgressListener;
import cco.core.model.Version;
import cco.core.plan.Target;
import cco.core.plugin.Providers;
import cco.core.session.EngineContext;
import cco.core.trust.Sha256Mode;
import cco.core.update.Consent;
import cco.core.update.InstallRequest;
import cco.core.update.Uninstaller;
import cco.core.update.UpdateOutcome;
import cco.core.update.UpdateRequest;
import cco.core.update.Updater;
import cco.publisher.pack.Build;
import cco.publisher.pack.PackRequest;
import cco.publisher.pack.Packer;
import cco.publisher.repository.AddRequest;
import cco.publisher.repository.ReleaseInfo;
import cco.publisher.repository.ReleaseRepository;
import java.io.IOException;
import java.net.URI;
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
import java.util.OptionalLong;
import java.util.ServiceLoader.Provider;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A publisher and a user's machine in one folder, with the engine between them and plugins that can be damaged. */
public final class EngineLab {

    public static final AppName HELLO = new AppName("hello");

    private static final Platform PLATFORM = Platform.current();

    final Path folder;
    public final Path repository;
    final Env env;
    public final Dirs dirs;
    public final List<String> notices = new ArrayList<>();

    /** What the required verifier answers. */
    public Verdict verdict = new Verdict.Accepted("as shown");

    public final FakeInstaller installer = new FakeInstaller();

    /** The clock of the machine, except in the background. */
    public InstantSource clock = InstantSource.system();

    public EngineLab(Path folder) throws CcoException {
        this(folder, Map.of());
    }

    /** One whose user has these variables set too. */
    EngineLab(Path folder, Map<String, String> variables) throws CcoException {
        this.folder = folder;
        this.repository = folder.resolve("repository");
        Map<String, String> all = new HashMap<>(variables);
        all.put("CCO_HOME", folder.resolve("home").toString());
        all.put("os.name", System.getProperty("os.name"));
        this.env = new Env(all);
        this.dirs = Dirs.of(env);
    }

    public Updater updater(Optional<Path> bundle) {
        return new Updater(
                new EngineContext(env, dirs, providers(), product(bundle), listener(), () -> clock.instant()));
    }

    public Doctor doctor() {
        return new Doctor(env, dirs, providers(), product(Optional.empty()), listener(), List.of(dirs.bin()));
    }

    public Uninstaller uninstaller() {
        return new Uninstaller(env, dirs, providers(), product(Optional.empty()), listener());
    }

    /** The services of the engine, for tests of its parts. */
    public EngineContext context() {
        return new EngineContext(env, dirs, providers(), product(Optional.empty()), listener(), () -> clock.instant());
    }

    private Providers providers() {
        return Providers.of(
                List.of(given(ChannelSource.class, FolderSource::new)),
                List.of(given(Verifier.class, ToldVerifier::new)),
                List.of(given(PlatformInstaller.class, () -> installer)),
                dirs.plugins());
    }

    private static HostProduct product(Optional<Path> bundle) {
        return new HostProduct(Version.of("0.1.0"), PLATFORM, bundle);
    }

    /** Looks for updates of hello as a background process does at this moment. */
    public void check(Instant now) {
        new BackgroundCheck(HELLO, env, dirs, providers(), product(Optional.empty()), InstantSource.fixed(now)).run();
    }

    private ProgressListener listener() {
        return new ProgressListener() {
            @Override
            public void notice(String message) {
                notices.add(message);
            }
        };
    }

    public void publish(String version) throws CcoException, IOException {
        publish(HELLO, version);
    }

    /** Publishes a version whose program prints another version than its own. */
    public void publishBroken(String version) throws CcoException, IOException {
        publish(HELLO, version, "nonsense");
    }

    public void publish(AppName app, String version) throws CcoException, IOException {
        publish(app, version, version);
    }

    private void publish(AppName app, String version, String printed) throws CcoException, IOException {
        Path build = Files.createDirectories(folder.resolve("build " + version));
        Path program = build.resolve(app.value());
        Files.writeString(program, "#!/bin/sh\n[ ! -e '" + obstacle() + "' ] || exit 9\necho " + printed + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        Version number = Version.of(version);
        Path archive = new Packer().pack(PackRequest.of(app, number, PLATFORM, build), folder.resolve("packed"));
        new ReleaseRepository(repository)
                .add(AddRequest.usual(
                        app,
                        number,
                        new Build(PLATFORM, archive, Programs.of(app.value()), List.of("--version")),
                        ReleaseInfo.plain(Instant.parse("2026-01-01T00:00:00Z"))));
    }

    /** The published file of a version with this ending. */
    public Path published(String version, String ending) throws IOException {
        try (Stream<Path> files = Files.list(repository.resolve("v" + version))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** While this file exists, no published program starts. */
    public Path obstacle() {
        return folder.resolve("obstacle");
    }

    /** Lets the download of a version break off after its first byte. */
    public void spoil(String version) throws IOException {
        Path archive = published(version, ".tar.gz");
        Files.write(archive, new byte[] {Files.readAllBytes(archive)[0]});
    }

    /** How many files there are of downloads. */
    public long cached() throws IOException {
        try (Stream<Path> files = Files.list(dirs.blobs())) {
            return files.count();
        }
    }

    public UpdateOutcome install(AppName app) throws CcoException {
        return install(app, repository.toString());
    }

    /** From a folder, or from a server's address. */
    public UpdateOutcome install(AppName app, String from) throws CcoException {
        return updater(Optional.empty()).install(request(app, from, Optional.empty()));
    }

    /** A request to install a version, or the newest one. */
    public InstallRequest request(AppName app, Optional<Version> version) {
        return request(app, repository.toString(), version);
    }

    private static InstallRequest request(AppName app, String from, Optional<Version> version) {
        return new InstallRequest(
                app, "folder", Map.of("path", from), new Sha256Mode(), Optional.empty(), version, Optional.empty());
    }

    public Env env() {
        return env;
    }

    public UpdateOutcome update(Consent consent) throws CcoException {
        return update(new Target.Newest(Optional.empty()), false, consent);
    }

    public UpdateOutcome update(Target target, boolean offline, Consent consent) throws CcoException {
        return updater(Optional.empty()).update(new UpdateRequest(HELLO, target, Optional.empty(), offline, consent));
    }

    public Path home(AppName app) {
        return dirs.appData(app);
    }

    public String current() throws IOException {
        return Files.readString(home(HELLO).resolve("current"));
    }

    private static <T> Provider<T> given(Class<T> service, Supplier<? extends T> supplier) {
        return new Provider<>() {
            @Override
            public Class<? extends T> type() {
                return service;
            }

            @Override
            public T get() {
                return supplier.get();
            }
        };
    }

    private static final class FolderSource implements ChannelSource {

        @Override
        public String id() {
            return "folder";
        }

        @Override
        public Set<String> keys() {
            return Set.of("path");
        }

        @Override
        public List<Origin> origins(Settings settings) throws cco.api.BadSettingException {
            return List.of(new FolderOrigin(settings.text("path").orElseThrow()));
        }
    }

    private record FolderOrigin(String root) implements Origin {

        @Override
        public String name() {
            return root;
        }

        @Override
        public Content open(Resource resource, Transport transport) throws IOException {
            if (root.startsWith("http:")) {
                return transport.get(URI.create(root + "/" + resource.path()), resource, Map.of());
            }
            return new Content(
                    Files.newInputStream(Path.of(root, resource.path())), 0, OptionalLong.empty(), Optional.empty());
        }
    }

    private final class ToldVerifier implements Verifier {

        @Override
        public String id() {
            return "sha256";
        }

        @Override
        public Verdict verify(Artifact artifact) {
            return verdict;
        }
    }
}
