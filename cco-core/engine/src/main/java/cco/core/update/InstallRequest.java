package cco.core.update;

import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.Version;
import cco.core.trust.TrustMode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A new app to keep.
 *
 * @param app the app
 * @param source the source's id, which is also the name of its table in the configuration
 * @param settings what that table will hold: each a text or a list of texts
 * @param trust the trust mode, fixed for this source from now on
 * @param channel the channel to follow, or nothing for the default
 * @param version the version to begin with, or nothing for what the channel points at
 */
public record InstallRequest(
        AppName app,
        String source,
        Map<String, Object> settings,
        TrustMode trust,
        Optional<Channel> channel,
        Optional<Version> version) {

    public InstallRequest {
        // A copy that keeps the order, which becomes the order in the file.
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }
}
