/**
 * Releases from plain HTTPS servers: an ordered list of mirrors, of which the first that serves what is accepted is
 * used. It reads {@code [sources.mirror] urls}, and reaches them only through the host's transport.
 */
module cco.source.mirror {
    requires cco.api; // ChannelSource, the service that it provides, and Transport, its one way out

    provides cco.api.ChannelSource with
            cco.source.mirror.MirrorSource;
}
