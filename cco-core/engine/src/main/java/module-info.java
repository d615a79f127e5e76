/**
 * The engine of cco: it finds, fetches, verifies, stages, tests and activates releases, and it can roll back. It writes
 * nothing to the terminal, ends no process and reads no command line, so that any Java program can embed it.
 *
 * <p>An embedding program creates a {@link cco.core.update.Updater}. The other exported packages contain the types of
 * its methods.
 */
@SuppressWarnings("module") // cco.cli, which is named below, is built after its engine
module cco.core {
    requires transitive cco.api; // it calls the services, and its own signatures name their words
    requires com.electronwill.nightconfig.toml; // parses config.toml; cco.core.toml edits the text and keeps comments
    requires com.google.gson; // splits JSON into tokens; what they may mean is judged here
    requires org.pf4j; // interprets plugin descriptors and orders dependencies; not loaded without a drop-in
    requires org.semver4j; // orders versions, so that newer and older are not our own invention
    requires org.tukaani.xz; // unpacks the streams of a delta

    exports cco.core.background;
    exports cco.core.config;
    exports cco.core.doctor;
    exports cco.core.env;
    exports cco.core.error;
    exports cco.core.manifest;
    exports cco.core.mirror;
    exports cco.core.model;
    exports cco.core.plan;
    exports cco.core.plugin;
    exports cco.core.schedule;
    exports cco.core.setup;
    exports cco.core.telemetry;
    exports cco.core.toml;
    exports cco.core.trust;
    exports cco.core.tuf;
    exports cco.core.update;
    exports cco.core.archive to
            cco.publisher;
    exports cco.core.delta to
            cco.publisher;
    exports cco.core.disk to
            cco.cli,
            cco.publisher;
    exports cco.core.jimage to
            cco.publisher;
    exports cco.core.json to
            cco.cli,
            cco.publisher;
    exports cco.core.machinecode to
            cco.publisher;
    exports cco.core.metadata to
            cco.cli,
            cco.publisher;
    exports cco.core.stage to
            cco.publisher;

    uses cco.api.ChannelSource;
    uses cco.api.PlatformInstaller;
    uses cco.api.Verifier;
}
