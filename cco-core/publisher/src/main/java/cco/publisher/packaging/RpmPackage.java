package cco.publisher.packaging;

import cco.core.disk.DurableFiles;
import cco.core.error.CcoException;
import cco.publisher.text.Template;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A package for Fedora, openSUSE and their relatives, made by {@code rpmbuild}. */
final class RpmPackage {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE MMM dd uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final PackageInfo info;
    private final PublishedBuild build;

    RpmPackage(PackageInfo info, PublishedBuild build) {
        this.info = info;
        this.build = build;
    }

    /** Writes the package into a folder. */
    Path write(Path output, Path work) throws CcoException, IOException {
        LinuxLayout layout = LinuxLayout.rpm(info, build);
        Path unpacked = work.resolve("unpacked");
        layout.unpack(unpacked);
        PackageTree tree = layout.tree(
                unpacked, PackageManager.DNF.marker(info.app(), info.app().value()));
        tree.writeTo(work.resolve("tree"));
        Path spec = work.resolve(info.app() + ".spec");
        DurableFiles.write(spec, spec(tree).getBytes(StandardCharsets.UTF_8));
        Path built = new RpmBuild(work, info.release().date()).run(spec, build.architecture());
        Path target = output.resolve(built.getFileName());
        DurableFiles.move(built, target);
        return target;
    }

    private String spec(PackageTree tree) throws IOException {
        String version = DebianPackage.version(info.version());
        Map<String, String> values = new LinkedHashMap<>();
        values.put("name", info.app().value());
        values.put("version", version);
        values.put("summary", capitalized(escape(info.description())));
        values.put("license", escape(info.license()));
        values.put("homepage", escape(info.homepage().value()));
        values.put("address", escape(info.details().address().value()));
        values.put("maintainer", escape(info.maintainer()));
        values.put("requires", LinuxLayout.hasNativeCode(tree) ? "Requires: glibc" : "");
        values.put("date", DATE.format(info.release().date()));
        values.put("release", escape(info.version().toString()));
        values.put("files", files(tree));
        return Template.of(RpmPackage.class, "rpm.spec").fill(values);
    }

    /** The folder of the app with all that is in it, and each file elsewhere. */
    private String files(PackageTree tree) {
        String home = "usr/lib/" + info.app() + "/";
        String others = tree.items().keySet().stream()
                .filter(path -> !path.startsWith(home))
                .map(path -> "\"/" + path.replaceAll("[^A-Za-z0-9/._ @+~,=-]", "?") + "\"")
                .collect(Collectors.joining("\n"));
        return "/" + home.substring(0, home.length() - 1) + "\n" + others;
    }

    /** Unlike on Debian, a summary starts with a capital letter. */
    private static String capitalized(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String escape(String text) {
        return text.replace("%", "%%");
    }
}
