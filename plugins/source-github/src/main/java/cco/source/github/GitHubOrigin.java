package cco.source.github;

import cco.api.Content;
import cco.api.Origin;
import cco.api.Resource;
import cco.api.Transport;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A release repository that consists of a project's releases and one more place. */
record GitHubOrigin(Project project, Place place, TagPattern tags, Access access) implements Origin {

    /** Releases on GitHub have no folders, so deeper paths belong to the other place. */
    private static final Pattern RELEASED = Pattern.compile("v(\\d[^/]*)/([^/]+)");

    @Override
    public String name() {
        return project.web().toString();
    }

    @Override
    public Content open(Resource resource, Transport transport) throws IOException {
        Matcher released = RELEASED.matcher(resource.path());
        if (released.matches()) {
            ReleaseFile file = new ReleaseFile(Optional.of(tags.tag(released.group(1))), released.group(2));
            return access.open(file, resource, transport);
        }
        return switch (place) {
            case Place.Branch branch -> access.open(branch.file(resource.path()), resource, transport);
            case Place.Server server -> access.open(server.file(resource.path()), resource, transport);
            case Place.LatestRelease latest -> access.open(latest.file(resource.path()), resource, transport);
        };
    }
}
