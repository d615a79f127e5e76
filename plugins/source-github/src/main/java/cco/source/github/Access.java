package cco.source.github;

import cco.api.Content;
import cco.api.Resource;
import cco.api.Transport;
import java.io.IOException;
import java.net.URI;

/** A way to read the files of a repository. It uses only the offset and validator of a resource. */
sealed interface Access permits FallbackAccess, PublicAccess, TokenAccess {

    /** Opens a file of a release. */
    Content open(ReleaseFile file, Resource resource, Transport transport) throws IOException;

    /** Opens a file of a branch. */
    Content open(BranchFile file, Resource resource, Transport transport) throws IOException;

    /** Opens a file at a public address. */
    Content open(URI address, Resource resource, Transport transport) throws IOException;
}
