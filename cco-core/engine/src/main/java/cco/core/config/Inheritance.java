package cco.core.config;

/** Which apps inherit a value from cco's own table. */
enum Inheritance {
    /** No app: the value is about the releases of one app. */
    OWN,
    /** Every app that does not set it. */
    EVERY_APP,
    /** Every app, but only a value that requires more trust. Environment variables cannot set it. */
    STRICTER,
    /**
     * Every app that does not set it, in addition to the administrator's value. Environment variables cannot set it.
     */
    ADDED,
    /** Every app, but only the user's file can turn it on. The administrator and variables can only turn it off. */
    CONSENT
}
