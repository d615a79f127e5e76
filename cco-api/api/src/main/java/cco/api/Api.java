package cco.api;

/** Which edition of this API a host offers; a plugin's descriptor says which ones it can live with. */
public final class Api {

    /**
     * The API's own version by Semantic Versioning 2.0.0; it is not cco's. The major number changes when a plugin has
     * to be changed, the minor one when there is something new that a plugin may need, the last one never changes a
     * signature. A plugin names a range of these versions as {@code Plugin-Requires} in its jar's manifest, such as
     * {@code ^1.0.0}, and is refused by a host whose version is outside of it.
     */
    public static final String VERSION = "1.0.0";

    private Api() {}
}
