/**
 * The test kit for plugins: what each of the three services promises, as tests. A plugin's author extends the contract
 * of the service that the plugin provides, says how to make one, and runs the tests as any others; cco's own plugins do
 * the same. For sources there is a server that breaks in the ways real ones do.
 *
 * <p>It knows the API and nothing of the engine: what passes here has been judged by the API's words alone. It never
 * reaches the Internet, and waits for nothing by the clock.
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
