package cco.publisher.packaging;

import cco.core.disk.DurableFiles;
import cco.core.error.CcoException;
import cco.core.model.Version;
import cco.publisher.pack.LevelGzip;
import cco.publisher.pack.TarWriter;
import cco.publisher.packaging.PackageTree.Item;
import cco.publisher.text.Template;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A package for Debian and its relatives, made without their tools. */
final class DebianPackage {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss '+0000'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** The files in /usr/share/common-licenses, by SPDX identifier. */
    private static final Map<String, String> COMMON_LICENSES = Map.of(
            "Apache-2.0", "Apache-2.0",
            "GPL-2.0", "GPL-2",
            "GPL-3.0", "GPL-3",
            "LGPL-2.1", "LGPL-2.1",
            "LGPL-3.0", "LGPL-3",
            "MPL-2.0", "MPL-2.0");

    private static final int KIBIBYTE = 1024;

    private final PackageInfo info;
    private final PublishedBuild build;

    DebianPackage(PackageInfo info, PublishedBuild build) {
        this.info = info;
        this.build = build;
    }

    /** The name of the package: of an app's characters, Debian lacks only the underscore. */
    static String name(PackageInfo info) {
        return info.app().value().replace('_', '-');
    }

    /** Debian orders a tilde before the end of a version, and a dash would start a revision. */
    static String version(Version version) {
        String[] parts = version.toString().split("\\+", 2);
        String build = parts.length == 1 ? "" : "+" + parts[1].replace('-', '.');
        return parts[0].replaceFirst("-", "~").replace('-', '.') + build;
    }

    private String architecture() {
        return build.architecture().equals("x86_64") ? "amd64" : "arm64";
    }

    /** Writes the package into a folder. */
    Path write(Path output, Path work) throws CcoException, IOException {
        LinuxLayout layout = LinuxLayout.debian(info, build);
        Path unpacked = work.resolve("unpacked");
        layout.unpack(unpacked);
        PackageTree tree = layout.tree(unpacked, PackageManager.APT.marker(info.app(), name(info)));
        addDocuments(tree, unpacked);
        Path data = work.resolve("data.tar.gz");
        try (TarWriter tar = new TarWriter(
                new BufferedOutputStream(Files.newOutputStream(data)),
                info.release().date())) {
            tree.writeTo(tar, ".");
        }
        Path file = work.resolve(name(info) + "_" + version(info.version()) + "_" + architecture() + ".deb");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            ArWriter ar = new ArWriter(out, info.release().date());
            ar.member("debian-binary", ascii("2.0\n"));
            ar.member("control.tar.gz", control(tree));
            ar.member("data.tar.gz", data);
        }
        Path target = output.resolve(file.getFileName());
        DurableFiles.syncFile(file);
        DurableFiles.move(file, target);
        return target;
    }

    private void addDocuments(PackageTree tree, Path unpacked) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("name", name(info));
        values.put("version", version(info.version()));
        values.put("release", info.version().toString());
        values.put("maintainer", info.maintainer());
        values.put("date", DATE.format(info.release().date()));
        values.put("homepage", info.homepage().value());
        values.put("year", DATE.format(info.release().date()).substring(12, 16));
        values.put("license", info.license().replaceAll("[^A-Za-z0-9.+-]+", "-"));
        values.put("license-text", indented(licenseText(unpacked)));
        String folder = "usr/share/doc/" + name(info) + "/";
        String changelog = Template.of(DebianPackage.class, "debian-changelog").fill(values);
        tree.put(folder + "changelog.gz", new Item.Text(LevelGzip.best(utf8(changelog)), false));
        String copyright = Template.of(DebianPackage.class, "debian-copyright").fill(values);
        tree.put(folder + "copyright", new Item.Text(utf8(copyright), false));
        if (LinuxLayout.hasNativeCode(tree)) {
            String override =
                    "# A published build brings the libraries that it needs.\n" + name(info) + ": embedded-library\n";
            tree.put("usr/share/lintian/overrides/" + name(info), new Item.Text(utf8(override), false));
        }
    }

    /** Debian wants a reference to the licenses that it has, and the text of others. */
    private String licenseText(Path unpacked) throws IOException {
        String common = COMMON_LICENSES.get(info.license().replaceFirst("-(only|or-later)$", ""));
        return common != null
                ? "On Debian systems, the full text is in\n/usr/share/common-licenses/" + common + "."
                : LinuxLayout.license(unpacked)
                        .orElse("The license is " + info.license() + ". See " + info.homepage() + " for its text.");
    }

    /** The continuation of a field: each line starts with a space, and a dot stands for an empty one. */
    private static String indented(String text) {
        return text.strip()
                .lines()
                .map(line -> line.replaceAll("\\p{Cntrl}", " ").stripTrailing())
                .map(line -> line.isEmpty() ? " ." : " " + line)
                .reduce((one, other) -> one + "\n" + other)
                .orElse(" .");
    }

    private byte[] control(PackageTree tree) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("name", name(info));
        values.put("version", version(info.version()));
        values.put("architecture", architecture());
        values.put("maintainer", info.maintainer());
        values.put(
                "size",
                Long.toString(
                        (tree.size() + KIBIBYTE - 1) / KIBIBYTE + tree.folders().size()));
        values.put("depends", LinuxLayout.hasNativeCode(tree) ? "Depends: libc6 (>= 2.17)" : "");
        values.put("homepage", info.homepage().value());
        values.put("description", info.description());
        values.put("app", info.app().value());
        values.put("address", info.details().address().value());
        PackageTree files = new PackageTree();
        String text = Template.of(DebianPackage.class, "debian-control").fill(values);
        files.put("control", new Item.Text(utf8(text), false));
        files.put("md5sums", new Item.Text(utf8(md5sums(tree)), false));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarWriter tar = new TarWriter(bytes, info.release().date())) {
            files.writeTo(tar, ".");
        }
        return bytes.toByteArray();
    }

    /** {@code debsums} and {@code dpkg --verify} compare with MD5; nothing relies on it for security. */
    private static String md5sums(PackageTree tree) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Map.Entry<String, Item> entry : tree.items().entrySet()) {
            if (!(entry.getValue() instanceof Item.Link)) {
                try (InputStream content = PackageTree.open(entry.getValue())) {
                    lines.append(md5(content))
                            .append("  ")
                            .append(entry.getKey())
                            .append('\n');
                }
            }
        }
        return lines.toString();
    }

    private static String md5(InputStream content) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            new DigestInputStream(content, digest).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has MD5", e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
