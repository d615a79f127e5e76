/** TOML for night-config, under its automatic name; it keeps comments and order when cco writes a setting. */
module com.electronwill.nightconfig.toml {
    requires transitive com.electronwill.nightconfig.core; // its readers return configurations of that model

    exports com.electronwill.nightconfig.toml;
}
