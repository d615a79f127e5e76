package cco.core.install;

import cco.core.model.Channel;

/**
 * The origin of an app.
 *
 * @param source the name of the source
 * @param trust the trust mode, fixed when the app was installed
 * @param channel the channel
 */
public record Provenance(String source, String trust, Channel channel) {}
