package cco.publisher.bootstrap;

import cco.core.disk.DurableFiles;
import cco.core.disk.IoReason;
import cco.core.error.CcoException;
import cco.core.error.StorageException;
import cco.core.error.UsageException;
import cco.core.metadata.TrustAnchors;
import cco.core.model.AppName;
import cco.core.model.Printable;
import cco.core.model.UntrustedBytes;
import cco.core.trust.TufMode;
import cco.publisher.repository.BundleFolder;
import cco.publisher.signing.TufRepository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The scripts in a release repository with which users install its app on a machine without cco:
 *
 * <pre>
 * install.sh, install.ps1                        install the app and cco
 * scripts/uninstall.sh, .ps1                     remove them
 * scripts/verify-installation.sh, .ps1           check every installed file
 * </pre>
 *
 * <p>The installers carry the digest of a {@link CcoBundle} for each platform and the root of the app's keys. They
 * check the bundle, and cco checks the rest. Only signed repositories have such a root, so others get no scripts: a
 * script that trusts the connection alone would promise more than it keeps.
 */
public final class InstallScripts {

    /** The installer for Linux and macOS. */
    public static final String SHELL = "install.sh";

    /** The installer for Windows. */
    public static final String POWERSHELL = "install.ps1";

    private static final List<String> HELPERS = List.of("uninstall", "verify-installation");

    private final Path repository;
    private final AppName app;
    private final PublicAddress address;
    private final List<CcoBundle> bundles;

    /**
     * The scripts of a repository.
     *
     * @param repository the folder of the repository
     * @param app its app
     * @param address where users find the repository
     * @param bundles the cco for each platform
     */
    public InstallScripts(Path repository, AppName app, PublicAddress address, List<CcoBundle> bundles) {
        this.repository = repository.toAbsolutePath().normalize();
        this.app = app;
        this.address = address;
        this.bundles = bundles.stream()
                .sorted(Comparator.comparing(bundle -> bundle.platform().value()))
                .toList();
    }

    /**
     * Writes the scripts that differ from those in the repository, then deletes archives of cco that only older scripts
     * refer to.
     *
     * @return the written files
     * @throws UsageException if the repository is not signed, or belongs to another app
     * @throws StorageException if a script cannot be written; each has its old or its new text
     */
    public List<Path> write() throws CcoException {
        Map<String, String> values = values(root());
        List<Path> written = new ArrayList<>();
        try {
            for (String name : names()) {
                Path file = repository.resolve(name);
                byte[] text = text(name, values).getBytes(StandardCharsets.UTF_8);
                if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), text)) {
                    DurableFiles.writeIfChanged(file, text);
                    written.add(file);
                }
            }
            deleteOldBundles();
        } catch (IOException e) {
            throw new StorageException(
                    IoReason.explain("cannot write the scripts in " + repository, e),
                    "check its free space and permissions",
                    e);
        }
        return written;
    }

    private void deleteOldBundles() throws IOException {
        Path folder = repository.resolve(BundleFolder.NAME);
        if (Files.isDirectory(folder)) {
            List<String> present;
            try (Stream<Path> files = Files.list(folder)) {
                present = files.map(file -> BundleFolder.NAME + "/" + file.getFileName())
                        .toList();
            }
            Set<String> needed = bundles.stream()
                    .flatMap(bundle -> Stream.concat(Stream.of(bundle.archive()), bundle.alternate().stream()))
                    .map(CcoBundle.BundleFile::location)
                    .collect(Collectors.toSet());
            for (String path : BundleFolder.superseded(present)) {
                if (!needed.contains(path)) {
                    Files.delete(repository.resolve(path));
                }
            }
        }
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(List.of(SHELL, POWERSHELL));
        for (String helper : HELPERS) {
            names.add("scripts/" + helper + ".sh");
            names.add("scripts/" + helper + ".ps1");
        }
        return names;
    }

    /** Windows PowerShell reads a script without a byte order mark in the system's encoding, so the text is ASCII. */
    private static String text(String name, Map<String, String> values) {
        String text = new ScriptTemplate(name.substring(name.indexOf('/') + 1)).with(values);
        return name.endsWith(".ps1") ? text.replace("\n", "\r\n") : text;
    }

    private String root() throws CcoException {
        Path file = repository.resolve("metadata/1.root.json");
        if (!TufRepository.hasMetadata(repository)) {
            throw new UsageException(
                    repository + " is not signed, so an install script could not verify its releases",
                    "run `cco release init --app " + app + " --repository " + repository + "`");
        }
        byte[] bytes = TrustAnchors.read(file);
        Optional<String> named =
                TufMode.given(new UntrustedBytes(file.toString(), bytes)).app();
        if (named.isPresent() && !named.get().equals(app.value())) {
            throw new UsageException(
                    repository + " is the repository of " + Printable.of(named.get()) + ", not of " + app,
                    "name the repository of " + app);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private Map<String, String> values(String root) {
        Map<String, String> values = new HashMap<>();
        values.put("APP", app.value());
        values.put("FROM", address.from());
        values.put("PROTOCOLS", address.isPlainHttp() ? "=http,https" : "=https");
        values.put("ONELINER", address.shellCommand());
        values.put("POWERSHELL", address.powerShellCommand());
        values.put("ROOT", root.replace("'", "'\\''"));
        values.put("HERESTRING", root);
        values.put("BUNDLES", shellBundles());
        values.put("TABLE", powerShellBundles());
        return values;
    }

    private String shellBundles() {
        return bundles.stream()
                .filter(bundle -> !bundle.platform().isWindows())
                .map(this::shellCase)
                .collect(Collectors.joining("\n"));
    }

    private String shellCase(CcoBundle bundle) {
        String alternate = bundle.alternate()
                .map(file -> "    if has xz; then\n" + assignments(file).indent(8) + "    fi\n")
                .orElse("");
        String all = bundle.platform() + ")\n" + assignments(bundle.archive()).indent(4) + alternate + "    ;;";
        return all.indent(8).stripTrailing();
    }

    private String assignments(CcoBundle.BundleFile file) {
        return "url=%s\nsha256=%s\nsize=%d".formatted(address.url(file.location()), file.sha256(), file.size());
    }

    private String powerShellBundles() {
        return bundles.stream()
                .filter(bundle -> bundle.platform().isWindows())
                .map(bundle -> "        '%s' = @{ Url = '%s'; Sha256 = '%s'; Size = %d }"
                        .formatted(
                                bundle.platform(),
                                address.url(bundle.archive().location()),
                                bundle.archive().sha256(),
                                bundle.archive().size()))
                .collect(Collectors.joining("\n"));
    }
}
