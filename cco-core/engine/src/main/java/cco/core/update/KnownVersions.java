package cco.core.update;

import cco.core.disk.StateWriter;
import cco.core.env.Dirs;
import cco.core.error.CcoException;
import cco.core.fetch.DocumentCache;
import cco.core.install.AppHome;
import cco.core.install.InstalledVersion;
import cco.core.install.Receipt;
import cco.core.install.ReceiptFile;
import cco.core.manifest.Manifest;
import cco.core.manifest.ManifestReader;
import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.UntrustedBytes;
import cco.core.model.Version;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The versions and channels of an app that are known on this machine without network: the installed versions, and those
 * of the last accepted manifest. For completion and suggestions only.
 *
 * @param versions the versions, oldest first
 * @param channels the channels of the manifest
 */
public record KnownVersions(SortedSet<Version> versions, Set<Channel> channels) {

    /** Copies the collections. */
    public KnownVersions {
        versions = Collections.unmodifiableSortedSet(new TreeSet<>(versions));
        channels = Set.copyOf(channels);
    }

    /**
     * Looks it up.
     *
     * @param dirs the folders that hold the app's receipt and manifest
     * @param app the app, which need not be installed
     * @return the known versions and channels; both may be empty
     * @throws CcoException if it cannot be read
     */
    public static KnownVersions of(Dirs dirs, AppName app) throws CcoException {
        AppHome home = new AppHome(app, dirs.appData(app), dirs.appState(app));
        SortedSet<Version> versions = new TreeSet<>();
        Optional<Receipt> receipt = new ReceiptFile(home).read();
        receipt.ifPresent(
                kept -> kept.installed().stream().map(InstalledVersion::version).forEach(versions::add));
        Optional<UntrustedBytes> document = new DocumentCache(home.manifest(), StateWriter.NEVER).document();
        if (receipt.isEmpty() || document.isEmpty()) {
            return new KnownVersions(versions, Set.of());
        }
        Manifest manifest = ManifestReader.read(document.get(), app);
        versions.addAll(manifest.versions().keySet());
        return new KnownVersions(versions, manifest.latest().keySet());
    }
}
