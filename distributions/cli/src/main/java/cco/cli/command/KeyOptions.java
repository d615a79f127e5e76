package cco.cli.command;

import cco.cli.parse.NoSplitting;
import cco.core.config.SourceConfig;
import cco.core.error.CcoException;
import cco.core.metadata.BundleAnchor;
import cco.core.mirror.MirrorRequest;
import cco.core.model.AppName;
import cco.core.model.TrustModeName;
import cco.core.trust.TrustMode;
import com.beust.jcommander.Parameter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** The options for the trust mode: {@code --root}, {@code --gpg-key} or {@code --trust}. */
final class KeyOptions {

    @Parameter(names = "--trust")
    private String trust;

    @Parameter(names = "--root", splitter = NoSplitting.class)
    private Path root;

    @Parameter(names = "--gpg-key", splitter = NoSplitting.class)
    private Path keyring;

    boolean isTyped() {
        return trust != null || root != null || keyring != null;
    }

    /**
     * A request for a copy.
     *
     * @param place the source; nothing for the configured ones
     * @param bundle the folder of the running cco
     */
    MirrorRequest request(AppName app, Optional<SourceArgument> place, Optional<Path> bundle) throws CcoException {
        Optional<TrustMode> mode = mode(app, bundle);
        return new MirrorRequest(app, place.map(found -> table(app, found, mode)), mode);
    }

    private static SourceConfig table(AppName app, SourceArgument place, Optional<TrustMode> mode) {
        Optional<TrustModeName> name =
                mode.map(typed -> TrustModeName.valueOf(typed.id().toUpperCase(Locale.ROOT)));
        return new SourceConfig(app, place.source(), name, place.settings());
    }

    /** Nothing without an option: a mirror keeps the keys of its first copy. */
    private Optional<TrustMode> mode(AppName app, Optional<Path> bundle) throws CcoException {
        return isTyped() ? Optional.of(chosen(app, bundle.map(BundleAnchor::new))) : Optional.empty();
    }

    /**
     * The trust mode that the options name, or the default of the app.
     *
     * @param anchor the keys in the bundle of the running cco
     */
    TrustMode chosen(AppName app, Optional<BundleAnchor> anchor) throws CcoException {
        return TrustOptions.of(
                app, Optional.ofNullable(trust), Optional.ofNullable(root), Optional.ofNullable(keyring), anchor);
    }
}
