package cco.api;

/** The version of this API that the host provides. */
public final class Api {

    /**
     * The version of the API by Semantic Versioning 2.0.0, which is not that of cco.
     *
     * <p>The major number changes when plugins have to change, the minor number when the API grows; the patch number
     * never changes a signature. A plugin names a range of these versions as {@code Plugin-Requires} in the manifest
     * of its jar, such as {@code ^1.0.0}. A host outside that range refuses the plugin.
     */
    public static final String VERSION = "1.1.0";

    private Api() {}
}
