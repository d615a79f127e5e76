package cco.core.mirror;

import cco.core.config.SourceConfig;
import cco.core.model.AppName;
import cco.core.trust.TrustMode;
import java.util.Optional;

/**
 * A request to copy the releases of an app.
 *
 * @param app the app
 * @param source where the releases come from; nothing for the configured sources of the app
 * @param trust the trust mode; nothing for the one of earlier copies into the same folder, or the configured one
 */
public record MirrorRequest(AppName app, Optional<SourceConfig> source, Optional<TrustMode> trust) {}
