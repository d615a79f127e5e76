import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Prints the path of the {@code mvn} that maven-wrapper.properties names: downloads it the first time, checks its
 * SHA-256 before anything of it is unpacked, and keeps it in the folder that Maven's own wrapper uses. It is Java
 * because a machine that builds cco has a JDK, and may have neither curl nor unzip.
 */
final class FetchMaven {

    private static final String REPOSITORY_PATH = "/org/apache/maven/";

    private FetchMaven() {}

    public static void main(String[] arguments) throws IOException {
        Properties settings = new Properties();
        try (InputStream in = Files.newInputStream(Path.of(arguments[0], "maven-wrapper.properties"))) {
            settings.load(in);
        }
        String sha256 = settings.getProperty("distributionSha256Sum");
        String url = address(settings.getProperty("distributionUrl"), System.getenv("MVNW_REPOURL"));
        String name = url.substring(url.lastIndexOf('/') + 1, url.length() - "-bin.zip".length());
        Path home = Path.of(System.getProperty("user.home"), ".m2", "wrapper", "dists")
                .resolve(name).resolve(sha256.substring(0, 16)).resolve(name);
        try {
            if (!Files.exists(home)) {
                fetch(url, sha256, home);
            }
        } catch (IOException e) {
            System.err.println("mvnw: error: Maven could not be fetched from " + url + ": " + e);
            System.err.println("mvnw: hint: install Maven 3.8 or newer, or set MVNW_REPOURL to a Maven repository"
                    + " that this machine reaches");
            System.exit(1);
        }
        System.out.println(home.resolve("bin/mvn"));
    }

    /** Where to download from; a repository, if one is given, has the archive at Maven's own coordinates. */
    private static String address(String url, String repository) {
        if (repository == null || repository.isBlank()) {
            return url;
        }
        String file = url.substring(url.lastIndexOf('/') + 1);
        String version = file.substring("apache-maven-".length(), file.length() - "-bin.zip".length());
        return repository.replaceFirst("/+$", "") + REPOSITORY_PATH + "apache-maven/" + version + "/" + file;
    }

    private static void fetch(String url, String sha256, Path home) throws IOException {
        System.err.println("mvnw: no Maven 3.8 or newer here: fetching " + url);
        byte[] archive;
        try (InputStream in = URI.create(url).toURL().openStream()) {
            archive = in.readAllBytes();
        }
        String actual = sha256(archive);
        if (!actual.equals(sha256)) {
            throw new IOException("its SHA-256 is " + actual + " and not " + sha256);
        }
        Files.createDirectories(home.getParent());
        Path work = Files.createTempDirectory(home.getParent(), ".fetch");
        unzip(archive, work);
        // One rename, so that nobody sees half a Maven; of two builds that fetch at the same time the first one wins.
        try {
            Files.move(work.resolve(home.getFileName()), home, StandardCopyOption.ATOMIC_MOVE);
            Files.delete(work);
        } catch (FileSystemException e) {
            if (!Files.exists(home)) {
                throw e;
            }
        }
    }

    private static void unzip(byte[] archive, Path folder) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = folder.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(file.getParent());
                Files.copy(in, file);
                if (file.endsWith("bin/mvn") && !file.toFile().setExecutable(true, false)) {
                    throw new IOException(file + " could not be made executable");
                }
            }
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
