/**
 * The engine of cco: it finds, fetches, verifies, stages, proves and activates releases, and it can go back. It writes
 * nothing to the terminal, ends no process and reads no command line, so that any Java program can embed it.
 */
module cco.core {
    requires transitive cco.api;
    requires com.electronwill.nightconfig.toml;
    requires com.google.gson;
    requires jdk.httpserver;
    requires org.semver4j;

    exports cco.core;
    exports cco.core.disk;
    exports cco.core.config;
    exports cco.core.error;
    exports cco.core.fetch;
    exports cco.core.json;
    exports cco.core.model;
    exports cco.core.plugin;
    exports cco.core.trust;
    exports cco.core.release;
    exports cco.core.fetch;
    exports cco.core.stage;

    uses cco.api.ChannelSource;
    uses cco.api.Verifier;
    uses cco.api.PlatformInstaller;
}
