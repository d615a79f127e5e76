package cco.core.update;

import cco.core.config.SourceConfig;
import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.TrustModeName;
import cco.core.model.Version;
import cco.core.trust.TrustMode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request to install an app.
 *
 * @param app the app
 * @param source the id of the source, and the name of its table in the configuration
 * @param settings the settings in that table: strings and lists of strings
 * @param trust the trust mode, which is fixed for the source from now on
 * @param channel the channel to follow, or nothing for the default
 * @param version the version to install, or nothing for the newest of the channel
 * @param command the name of the app's own command, or nothing for the present one, which is the app's name by default
 */
public record InstallRequest(
        AppName app,
        String source,
        Map<String, Object> settings,
        TrustMode trust,
        Optional<Channel> channel,
        Optional<Version> version,
        Optional<String> command) {

    /** Copies the settings and keeps their order. */
    public InstallRequest {
        // A copy that keeps the order, which becomes the order in the file.
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /** The source as a table of the configuration. */
    SourceConfig table() {
        TrustModeName mode = TrustModeName.valueOf(trust.id().toUpperCase(Locale.ROOT));
        return new SourceConfig(app, source, Optional.of(mode), settings);
    }
}
