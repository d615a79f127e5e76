package cco.core.install;

import cco.core.model.Channel;

/**
 * Where an app comes from.
 *
 * @param source the name of the source
 * @param trust the name of the trust mode, fixed when the app was installed
 * @param channel the channel that it follows
 */
public record Provenance(String source, String trust, Channel channel) {}
