package cco.core.config;

/** Which apps a value applies to, besides the one in whose table it is. */
enum Inheritance {
    /** None: it concerns the releases of one app. */
    OWN,
    /** Every app without a value of its own. */
    EVERY_APP,
    /** Every app if it requires more trust, and no other app if it requires less; never from the environment. */
    STRICTER,
    /** Every app without a value of its own, in addition to the administrator's; never from the environment. */
    ADDED,
    /** Every app, if the user's own file allows it; everyone else, even the administrator, can only deny it. */
    CONSENT
}
