package cco.core.config;

/** For whom a value counts, besides the app whose table it stands in. */
enum Inheritance {
    /** Nobody: it speaks of one app's releases. */
    OWN,
    /** Every app that does not say otherwise. */
    EVERY_APP,
    /** Every app, if it demands more trust; where it demands less, for nobody else, and never from the environment. */
    STRICTER,
    /** Every app that does not say otherwise, besides what the administrator demands; never from the environment. */
    ADDED,
    /** Every app, if the user's own file says it: others, the administrator too, can only say no in his place. */
    CONSENT
}
