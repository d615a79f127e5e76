package cco.core.session;

import cco.core.error.CcoException;
import cco.core.error.NotManagedException;
import cco.core.install.AppHome;
import cco.core.install.ReceiptFile;
import cco.core.model.AppName;
import cco.core.model.HostProduct;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Whether an app is cco's to change: it has a receipt, and a cco that changes itself is the copy that the receipt is
 * about. A copy that was unpacked by hand, or came from a package manager, is somebody else's.
 */
public final class Ownership {

    private Ownership() {}

    /** @throws NotManagedException if the app is not cco's; the hint says whose it may be */
    public static void require(AppHome home, HostProduct product) throws CcoException {
        new ReceiptFile(home).require();
        if (home.app().equals(AppName.CCO) && product.bundle().isPresent()) {
            requireSameCopy(home, product.bundle().get());
        }
    }

    private static void requireSameCopy(AppHome home, Path bundle) throws NotManagedException {
        try {
            if (bundle.toRealPath().startsWith(home.data().toRealPath())) {
                return;
            }
        } catch (IOException e) {
            throw new NotManagedException(
                    "cannot tell whether " + bundle + " is the cco that is kept in " + home.data() + ": " + e,
                    "start cco by its full path",
                    e);
        }
        throw new NotManagedException(
                "the cco in " + bundle + " is not the one that is kept in " + home.data(),
                "update it the way it was installed, or start "
                        + home.data().resolve("current").resolve("cco"));
    }
}
