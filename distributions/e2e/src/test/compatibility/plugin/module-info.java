/** A plugin whose jar was compiled against the first plugin API. */
module org.example.compat {
    requires cco.api; // The services that it provides.

    provides cco.api.Verifier with
            org.example.compat.NameVerifier;
    provides cco.api.ChannelSource with
            org.example.compat.FolderSource;
}
