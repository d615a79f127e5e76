/**
 * The test kit for plugins: the contract of each service, as tests. A plugin's author extends the contract of the
 * service that the plugin provides, creates the provider, and runs the tests like any others. cco's own plugins do the
 * same. For sources there is a server with the faults of real servers.
 *
 * <p>It depends on the API and not on the engine, so it tests the API's documentation. It never uses the Internet and
 * never waits for a fixed time.
 */
module cco.tck {
    requires transitive cco.api; // the services whose promises it tests
    requires transitive org.junit.jupiter.api; // a contract is a test class that plugins extend

    exports cco.tck;
    exports cco.tck.server;

    uses cco.api.ChannelSource;
    uses cco.api.PlatformInstaller;
    uses cco.api.Verifier;
}
