package cco.core.session;

import cco.api.BadSettingException;
import cco.api.Content;
import cco.api.Origin;
import cco.api.Resource;
import cco.api.Transport;
import cco.core.config.SourceConfig;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * The folders of a repository: cco's own have their metadata in {@code metadata} and everything else at the top, and
 * those of other TUF tools have their targets in a folder of their own.
 *
 * @param metadata the folder of the signed metadata, empty or ending with a slash; so with targets
 */
record RepositoryLayout(String metadata, String targets) {

    /** The folder of the metadata in requests. */
    static final String METADATA = "metadata/";

    private static final RepositoryLayout DEFAULT = new RepositoryLayout(METADATA, "");
    private static final Pattern FOLDER =
            Pattern.compile("[A-Za-z0-9_~+-][A-Za-z0-9._~+-]*(/[A-Za-z0-9_~+-][A-Za-z0-9._~+-]*)*/?");

    /** Reads the layout in a source's table. */
    static RepositoryLayout of(SourceConfig table) throws BadSettingException {
        return new RepositoryLayout(
                folder(table, SourceConfig.METADATA_PATH, DEFAULT.metadata),
                folder(table, SourceConfig.TARGETS_PATH, DEFAULT.targets));
    }

    private static String folder(SourceConfig table, String key, String usual) throws BadSettingException {
        Object value = table.values().get(key);
        if (value == null || value.equals("")) {
            return value == null ? usual : "";
        }
        if (!(value instanceof String path) || !FOLDER.matcher(path).matches()) {
            throw new BadSettingException(key, "must be a folder of the repository, such as tuf/metadata");
        }
        return path.endsWith("/") ? path : path + "/";
    }

    /** The same origin with its files in the usual folders. */
    Origin apply(Origin origin) {
        return equals(DEFAULT) ? origin : new LaidOutOrigin(origin, this);
    }

    private String locate(String path) {
        return path.startsWith(METADATA) ? metadata + path.substring(METADATA.length()) : targets + path;
    }

    private record LaidOutOrigin(Origin origin, RepositoryLayout layout) implements Origin {

        @Override
        public String name() {
            return origin.name();
        }

        @Override
        public Content open(Resource resource, Transport transport) throws IOException {
            return origin.open(
                    new Resource(layout.locate(resource.path()), resource.offset(), resource.validator()), transport);
        }
    }
}
