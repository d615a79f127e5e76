package cco.core.install;

import cco.core.error.InstallException;
import cco.core.error.NotManagedException;
import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import cco.core.model.AppName;
import cco.core.model.Suggestion;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.List;
import java.util.Optional;

/** The file of a receipt. Reading it needs no lock, because it is only ever replaced as a whole. */
public final class ReceiptFile {

    private final AppHome home;

    /** Names the receipt file of an app. */
    public ReceiptFile(AppHome home) {
        this.home = home;
    }

    /**
     * Reads the receipt; empty if the app was not installed by cco.
     *
     * @throws InstallException if the file is damaged, belongs to another app, or comes from a newer cco
     */
    public Optional<Receipt> read() throws InstallException {
        String hint = "update cco if a newer cco wrote the file; otherwise remove the file and install " + home.app()
                + " again, which keeps its versions";
        try {
            Optional<JsonObject> document = StateFile.read(home.receipt());
            if (document.isEmpty() && home.hasReceipt()) {
                throw new IOException("it is a link to a file that does not exist");
            }
            if (document.isEmpty()) {
                return Optional.empty();
            }
            Receipt receipt = ReceiptJson.read(document.get());
            if (!receipt.app().equals(home.app())) {
                throw document.get().refuse("app", home.app().value());
            }
            return Optional.of(receipt);
        } catch (JsonException | IOException e) {
            throw InstallErrors.of(
                    "cannot read the receipt " + home.receipt(),
                    e,
                    e instanceof AccessDeniedException ? "let its owner run `chmod a+r " + home.receipt() + "`" : hint);
        }
    }

    /**
     * Reads the receipt of an app that must have one.
     *
     * @throws NotManagedException if there is no receipt
     */
    public Receipt require() throws InstallException, NotManagedException {
        Optional<Receipt> receipt = read();
        if (receipt.isEmpty()) {
            throw notInstalled();
        }
        return receipt.get();
    }

    private NotManagedException notInstalled() throws InstallException {
        AppName app = home.app();
        String install = "run `cco install " + app + " --from PLACE` to install it";
        if (app.equals(AppName.CCO)) {
            return new NotManagedException(
                    "this copy of cco was not installed by cco", "update it the way you installed it, or " + install);
        }
        List<String> others = AppHome.apps(home.data().getParent()).stream()
                .map(AppName::value)
                .filter(name -> !name.equals(app.value()))
                .toList();
        String hint = Suggestion.nearest(app.value(), others)
                .map(near -> "did you mean " + near + "?")
                .orElse((others.isEmpty() ? "" : "installed apps: " + String.join(", ", others) + "; ") + install);
        return new NotManagedException(app + " is not installed", hint);
    }

    void write(Receipt receipt) throws InstallException {
        try {
            StateFile.write(home.receipt(), ReceiptJson.write(receipt));
        } catch (IOException e) {
            throw InstallErrors.of(
                    "cannot write the receipt " + home.receipt(), e, "check the free space and the permissions there");
        }
    }
}
