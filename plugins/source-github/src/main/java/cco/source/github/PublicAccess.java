package cco.source.github;

import cco.api.Content;
import cco.api.Resource;
import cco.api.Transport;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Static URLs of public files. They need no token and have no rate limit. */
record PublicAccess(Project project) implements Access {

    @Override
    public Content open(ReleaseFile file, Resource resource, Transport transport) throws IOException {
        return open(project.download(file), resource, transport);
    }

    @Override
    public Content open(BranchFile file, Resource resource, Transport transport) throws IOException {
        return open(project.raw(file), resource, transport);
    }

    @Override
    public Content open(URI address, Resource resource, Transport transport) throws IOException {
        try {
            return transport.get(address, resource, Map.of());
        } catch (IOException e) {
            String hint = "check the repository's name; a private one needs a token: set "
                    + project.site().variable();
            throw new Explanation("no such file at " + address, hint, project.site(), Optional.empty()).of(e);
        }
    }
}
