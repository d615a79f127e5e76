package cco.publisher.packaging;

import cco.core.disk.DurableFiles;
import cco.core.error.CcoException;
import cco.publisher.packaging.PackageTree.Item;
import cco.publisher.text.Markup;
import cco.publisher.text.Template;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** An AppDir, the folder from which {@code appimagetool} makes an AppImage. */
final class AppDirectory {

    private final PackageInfo info;
    private final PublishedBuild build;

    AppDirectory(PackageInfo info, PublishedBuild build) {
        this.info = info;
        this.build = build;
    }

    /** Writes the folder, replacing an earlier one of the same version. */
    Path write(Path output, Path work) throws CcoException, IOException {
        LinuxLayout layout = LinuxLayout.appDir(info, build);
        Path unpacked = work.resolve("unpacked");
        layout.unpack(unpacked);
        String address = info.details().address().value();
        PackageTree tree = layout.tree(
                unpacked,
                PackageManager.marker(
                        info.app(), "an AppImage", "xdg-open " + address, "rm " + info.app() + "-*.AppImage"));
        addDesktopFiles(tree);
        Path folder = work.resolve("AppDir");
        tree.writeTo(folder);
        Path target = output.resolve(info.app() + "-" + info.version() + "-" + build.architecture() + ".AppDir");
        DurableFiles.deleteTree(target);
        DurableFiles.move(folder, target);
        return target;
    }

    private void addDesktopFiles(PackageTree tree) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("app", info.app().value());
        values.put("description", info.description().replace("\\", "\\\\"));
        values.put("letter", Markup.escape(info.app().value().substring(0, 1).toUpperCase(Locale.ROOT)));
        tree.put("AppRun", new Item.Link("usr/bin/" + info.app()));
        tree.put(info.app() + ".desktop", text("appdir.desktop", values));
        tree.put(info.app() + ".svg", text("appdir.svg", values));
        tree.put(".DirIcon", new Item.Link(info.app() + ".svg"));
    }

    private static Item text(String template, Map<String, String> values) {
        String text = Template.of(AppDirectory.class, template).fill(values);
        return new Item.Text(text.getBytes(StandardCharsets.UTF_8), false);
    }
}
