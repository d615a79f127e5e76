/** The TOML parser of night-config, under its automatic name. cco only parses with it. */
module com.electronwill.nightconfig.toml {
    requires transitive com.electronwill.nightconfig.core; // its parser returns that model

    exports com.electronwill.nightconfig.toml;
}
