package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A user installs a program by one line, over TLS, on a machine without cco. */
class InstallScriptIT {

    private static final int CUT = 200;

    @TempDir
    static Path shared;

    private static Nginx nginx;
    private static Path served;
    private static Publisher builds;
    private static Machine publisher;

    @TempDir
    Path folder;

    /** cco's own repository, whose bundle knows it, and the repository of hello with its scripts. */
    @BeforeAll
    static void publish() throws IOException {
        served = Files.createDirectories(shared.resolve("served"));
        nginx = new Nginx(shared.resolve("nginx"), served);
        publisher = new Machine(shared.resolve("publisher's machine"));
        Path cco = served.resolve("cco");
        initialize("cco", cco);
        Path bundle = shared.resolve("bundle");
        publisher
                .run(List.of("cp", "-al", Machine.BUNDLE.toString(), bundle.toString()))
                .exits(0);
        Path root = cco.resolve("metadata/1.root.json");
        Files.delete(bundle.resolve("checksums.sha256"));
        Files.copy(root, Files.createDirectories(bundle.resolve("anchor")).resolve("root.json"));
        Files.writeString(bundle.resolve("anchor/address"), nginx.https() + "/cco\n");
        publisher.cco(Publisher.command("cco", Machine.VERSION, bundle, cco)).exits(0);
        if (publisher.has("xz")) {
            archives().addAlternate(publisher);
        }
        sign(cco);
        builds = new Publisher(shared.resolve("builds"), "hello");
        initialize("hello", served.resolve("hello"));
        publishProject(root);
        publisher
                .cco(
                        "release",
                        "installers",
                        "--repository",
                        served + "/hello",
                        "--address",
                        nginx.https() + "/hello",
                        "--cco",
                        cco.toString(),
                        "--cco-root",
                        root.toString())
                .exits(0)
                .complains("all scripts are up to date")
                .complains(nginx.https() + "/hello/install.sh | sh");
    }

    private static CcoArchives archives() {
        return new CcoArchives(served.resolve("cco"));
    }

    /** One command adds, signs and checks the first version, and writes the scripts. */
    private static void publishProject(Path ccoRoot) throws IOException {
        Path project = shared.resolve("release.toml");
        Files.writeString(project, """
                schema = 1
                app = "hello"
                repository = "served/hello"
                address = "%1$s/hello"
                [platforms]
                %2$s = "%3$s"
                [installer]
                cco = "%1$s/cco"
                root = "%4$s"
                """.formatted(nginx.https(), Publisher.platform(), builds.build("1.0.0"), ccoRoot));
        publisher.with("SSL_CERT_FILE", nginx.authority().toString());
        publisher
                .cco("release", "publish", "1.0.0", "--no-upload", "--project", project.toString())
                .exits(0);
    }

    @AfterAll
    static void stop() throws IOException {
        nginx.close();
    }

    private static void initialize(String app, Path repository) throws IOException {
        SigningKeys.write(publisher, app);
        publisher
                .cco("release", "init", "--app", app, "--repository", repository.toString())
                .exits(0);
    }

    private static void sign(Path repository) throws IOException {
        publisher.cco("release", "sign", "--repository", repository.toString()).exits(0);
    }

    private static void release(String version) throws IOException {
        Path repository = served.resolve("hello");
        publisher
                .cco(Publisher.command("hello", version, builds.build(version), repository))
                .exits(0);
        sign(repository);
    }

    /** A machine without cco, where shells have a startup file. */
    private Machine user() throws IOException {
        Machine user = Machine.ofBundle(folder.resolve("user")).with("CCO_HOME", "");
        user.with("SSL_CERT_FILE", nginx.authority().toString()).with("SHELL", "/bin/sh");
        Files.writeString(folder.resolve("user/.profile"), "# mine");
        return user;
    }

    /** A machine with cco below a folder of its own, so that no cco needs to be downloaded. */
    private Machine userWithCco() throws IOException {
        if (!Files.exists(shared.resolve("prefix"))) {
            InstalledCco.copyTo(shared.resolve("prefix"));
        }
        return user();
    }

    private Run script(Machine user, String shell, String... options) throws IOException {
        user.requires(shell);
        List<String> command = Machine.command(shell, shell.equals("busybox") ? new String[] {"sh"} : new String[0]);
        command.add(served.resolve("hello/install.sh").toString());
        command.addAll(List.of(options));
        return user.run(command);
    }

    private Set<String> files() throws IOException {
        Set<String> files = new TreeSet<>();
        try (Stream<Path> all = Files.walk(folder.resolve("user"))) {
            for (Path file :
                    all.filter(file -> !file.toString().endsWith(".log")).toList()) {
                files.add(file + (Files.isRegularFile(file) ? " " + Digests.sha256(file) : ""));
            }
        }
        return files;
    }

    @Test
    void oneLine_installsAndUninstallLeavesNoTrace() throws IOException {
        Machine user = user();
        Set<String> before = files();
        String line = "curl -fsSL --cacert \"$SSL_CERT_FILE\" " + nginx.https() + "/hello/install.sh | sh";
        user.run(List.of("sh", "-c", line))
                .exits(0)
                .prints("installed cco")
                .prints("installed hello 1.0.0")
                .complains(archives().announced(user));
        release("1.1.0");
        String use = ". ~/.profile && hello && cco update hello --yes && hello && cco update hello --rollback && hello";
        user.run(List.of("sh", "-c", use))
                .exits(0)
                .prints("hello from 1.0.0\nupdated hello from 1.0.0 to 1.1.0\nhello from 1.1.0\n")
                .prints("hello from 1.0.0");
        user.run(List.of(
                        "sh",
                        served.resolve("hello/scripts/verify-installation.sh").toString()))
                .exits(0)
                .prints("ok");
        script(user, "sh", "--uninstall").exits(0).prints("uninstalled hello").prints("uninstalled cco");
        assertEquals(before, files());
    }

    @Test
    void failedInstallation_removesTheCcoOfTheSameRun() throws IOException {
        Machine user = user().with(
                        "PATH",
                        CcoArchives.programsWithoutXz(folder.resolve("programs"))
                                .toString());
        Set<String> before = files();
        script(user, "sh", "--version", "9.9.9")
                .exits(2)
                .complains(archives().announced(user))
                .complains("removing cco again");
        assertEquals(before, files());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "mksh"})
    void everyShell_understandsTheScript(String shell) throws IOException {
        Machine user = user();
        script(user, shell, "--help").exits(0).prints("--prefix");
        script(user, shell, "--channel").exits(2).complains("--channel needs a value");
    }

    /** The shells that differ most. */
    @ParameterizedTest
    @ValueSource(strings = {"dash", "ksh", "yash", "busybox"})
    void everyShell_installsBelowPrefix(String shell) throws IOException {
        Machine user = userWithCco();
        Path prefix = shared.resolve("prefix");
        script(user, shell, "--prefix=" + prefix, "--no-modify-path", "--version", "1.0.0")
                .exits(0)
                .prints("installed hello 1.0.0 as " + prefix.resolve("bin/hello"));
        user.run(List.of(prefix.resolve("bin/cco").toString(), "list")).exits(0).prints("hello");
        assertEquals("# mine", Files.readString(folder.resolve("user/.profile")));
        script(user, shell, "--uninstall", "--prefix", prefix.toString()).exits(0);
        assertFalse(Files.exists(prefix.resolve("bin/hello")));
        script(user, shell, "--channel").exits(2).complains("--channel needs a value");
    }

    /** The archives are not needed to write the scripts: the signed manifest has their digests. */
    @Test
    void scriptsOnGitHub_referToTheReleasesOfCco() throws IOException {
        Path hello = folder.resolve("branch");
        publisher.run(List.of("cp", "-r", served + "/hello", hello.toString())).exits(0);
        Path archives = served.resolve("cco/v" + Machine.VERSION);
        Path away = Files.move(archives, shared.resolve("away"));
        publisher
                .cco(
                        "release",
                        "installers",
                        "--repository",
                        hello.toString(),
                        "--address",
                        "github:octo/hello",
                        "--cco",
                        nginx.https() + "/cco",
                        "--cco-root",
                        served + "/cco/metadata/1.root.json")
                .exits(0)
                .complains("https://raw.githubusercontent.com/octo/hello/releases/install.sh | sh");
        Files.move(away, archives);
        Path archive = archives().file(".tar.gz");
        String script = Files.readString(hello.resolve("install.sh"));
        String reference = "url=" + nginx.https() + "/cco/v" + Machine.VERSION + "/" + archive.getFileName();
        assertTrue(script.contains(reference + "\n            sha256=" + Digests.sha256(archive)), script);
        assertTrue(script.contains("--from 'github:octo/hello'"), script);
    }

    @Test
    void changedDownload_isRefused() throws IOException {
        Machine user = user();
        Set<String> before = files();
        String name = archives().downloadedBy(user).getFileName().toString();
        Path bundle = served.resolve("hello/cco").resolve(name);
        byte[] original = Files.readAllBytes(bundle);
        try {
            Files.write(bundle, new byte[] {1}, StandardOpenOption.WRITE);
            script(user, "sh").exits(4).complains("is not the cco that this script was made for");
            Files.write(bundle, new byte[1], StandardOpenOption.APPEND);
            assertFalse(script(user, "sh").exit() == 0);
        } finally {
            Files.write(bundle, original);
        }
        assertEquals(before, files());
    }

    @Test
    void changedManifest_isRefused() throws IOException {
        Machine user = userWithCco();
        Path prefix = shared.resolve("prefix");
        Map<Path, byte[]> originals = new HashMap<>();
        try (Stream<Path> files = Files.list(served.resolve("hello"))) {
            for (Path file : files.filter(InstallScriptIT::isSignedManifest).toList()) {
                originals.put(file, Files.readAllBytes(file));
                Files.writeString(file, Files.readString(file).replace("1.0.0", "1.0.1"));
            }
        }
        script(user, "sh", "--prefix", prefix.toString()).exits(4).complains("cannot be trusted");
        for (Map.Entry<Path, byte[]> original : originals.entrySet()) {
            Files.write(original.getKey(), original.getValue());
        }
        assertFalse(Files.exists(prefix.resolve("bin/hello")));
        user.run(List.of(prefix.resolve("bin/cco").toString(), "--version")).exits(0);
    }

    /** The name with the digest is the one that clients read. */
    private static boolean isSignedManifest(Path file) {
        return file.getFileName().toString().endsWith(".version-manifest.json");
    }

    @Test
    void scriptThatIsCut_doesNothing() throws IOException {
        Machine user = user();
        byte[] script = Files.readAllBytes(served.resolve("hello/install.sh"));
        Set<String> before = files();
        Path cut = shared.resolve("cut.sh");
        for (int length = 0; length < script.length - 1; length += CUT) {
            Files.write(cut, Arrays.copyOf(script, length));
            user.run(List.of("sh", cut.toString()));
        }
        for (int length = script.length - 2; length > script.length - 20; length--) {
            Files.write(cut, Arrays.copyOf(script, length));
            user.run(List.of("sh", cut.toString()));
        }
        assertEquals(before, files());
    }

    @ParameterizedTest
    @ValueSource(strings = {"shellcheck", "shfmt -i 4 -ci -d"})
    void scripts_areCleanForLinters(String linter) throws IOException {
        Machine user = user().requires(linter.split(" ")[0]);
        String script = "cd '" + served.resolve("hello") + "' && " + linter + " install.sh scripts/*.sh";
        user.run(List.of("sh", "-c", script)).exits(0);
    }
}
