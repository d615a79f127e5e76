/**
 * Releases from a directory: a folder that was mounted, copied or unpacked, for networks without a way out. It reads
 * {@code [sources.file] path}, and never writes there.
 */
module cco.source.file {
    requires cco.api; // ChannelSource, the service that it provides

    provides cco.api.ChannelSource with
            cco.source.file.FileSource;
}
