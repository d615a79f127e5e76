package cco.core.session;

import cco.api.Content;
import cco.api.Origin;
import cco.api.Resource;
import cco.api.Transport;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Map;

/**
 * An origin with consistent snapshots (TUF 5.7.3): reads a target by its name with the digest first, so that a release
 * that is being published does not mix with the one before. A mirror may lack these names, so the plain name is next.
 *
 * @param names the paths with digests by plain path
 */
record ConsistentOrigin(Origin origin, Map<String, String> names) implements Origin {

    @Override
    public String name() {
        return origin.name();
    }

    @Override
    public Content open(Resource resource, Transport transport) throws IOException {
        String consistent = names.get(resource.path());
        if (consistent != null) {
            try {
                return origin.open(new Resource(consistent, resource.offset(), resource.validator()), transport);
            } catch (NoSuchFileException | AccessDeniedException e) {
                // Some hosts deny access to missing files.
            }
        }
        return origin.open(resource, transport);
    }
}
