package cco.core.session;

import cco.core.disk.FolderOwner;
import cco.core.disk.IoReason;
import cco.core.error.CcoException;
import cco.core.error.NotManagedException;
import cco.core.install.AppHome;
import cco.core.install.PackageMarker;
import cco.core.install.ReceiptFile;
import cco.core.metadata.BundleAnchor;
import cco.core.model.AppName;
import cco.core.model.HostProduct;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Checks that cco manages an app: it has a receipt, and a cco that updates itself is the copy that the receipt records.
 * Copies that were unpacked by hand or came from a package manager are not managed.
 */
public final class Ownership {

    private Ownership() {}

    /**
     * Refuses an app that cco does not manage.
     *
     * @throws NotManagedException if cco must not change the app; the hint says how to update it instead
     */
    public static void require(AppHome home, HostProduct product) throws CcoException {
        if (!home.hasReceipt()
                && home.app().equals(AppName.CCO)
                && product.bundle().isPresent()) {
            throw notInstalled(product.bundle().get());
        }
        new ReceiptFile(home).require();
        if (home.app().equals(AppName.CCO) && product.bundle().isPresent()) {
            requireSameCopy(home, product.bundle().get());
        }
    }

    private static NotManagedException notInstalled(Path bundle) {
        Path versions = bundle.getParent();
        if (versions != null && Files.exists(versions.resolveSibling("receipt.json"))) {
            return elsewhere(versions.getParent());
        }
        return new NotManagedException(
                "this copy of cco was not installed by cco",
                "to install it, run `" + new BundleAnchor(bundle).installCommand()
                        + "`; if a package manager installed it, update it with that");
    }

    /** A system-wide cco that a user starts without its {@code CCO_HOME} is in an installation that is not theirs. */
    private static NotManagedException elsewhere(Path installed) {
        return new NotManagedException(
                "this cco is installed in " + installed
                        + FolderOwner.other(installed)
                                .map(other -> ", which belongs to " + other.owner())
                                .orElse(""),
                "set CCO_HOME as for its installation, and run the command as its owner");
    }

    private static void requireSameCopy(AppHome home, Path bundle) throws NotManagedException {
        try {
            if (bundle.toRealPath().startsWith(home.data().toRealPath())) {
                return;
            }
        } catch (IOException e) {
            throw new NotManagedException(
                    IoReason.explain("cannot tell whether " + bundle + " is the cco installed in " + home.data(), e),
                    "start cco by its full path",
                    e);
        }
        throw new NotManagedException(
                "the cco in " + bundle + " is not the one installed in " + home.data(),
                "update it the way you installed it, or run "
                        + home.data().resolve("current").resolve("cco"));
    }

    /**
     * Refuses an app that a package manager owns, or that cco does not manage.
     *
     * @throws NotManagedException if cco must not change the app; the hint says how to update it instead
     */
    public static void require(EngineContext context, AppName app) throws CcoException {
        refusePackaged(context, app);
        require(context.home(app), context.product());
    }

    /**
     * Refuses the running cco if a package manager owns it, and another app that a package manager owns unless cco
     * manages a copy as well.
     *
     * @throws NotManagedException with the owner's commands
     */
    public static void refusePackaged(EngineContext context, AppName app) throws NotManagedException {
        Optional<PackageMarker> owner = Optional.empty();
        if (app.equals(AppName.CCO)) {
            owner = context.product().bundle().flatMap(bundle -> PackageMarker.above(bundle, app));
        } else if (!context.home(app).hasReceipt()) {
            owner = PackageMarker.onPath(context.env().path(), app);
        }
        if (owner.isPresent()) {
            throw owner.get().refusal();
        }
    }
}
