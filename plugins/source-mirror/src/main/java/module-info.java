/**
 * Releases from plain HTTPS servers: an ordered list of mirrors, tried until one serves an acceptable file. It reads
 * {@code [sources.mirror] urls}, and connects only through the host's transport.
 */
module cco.source.mirror {
    requires cco.api; // ChannelSource, the service that it provides, and Transport, its one way out

    provides cco.api.ChannelSource with
            cco.source.mirror.MirrorSource;
}
