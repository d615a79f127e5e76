package cco.core.tuf;

/**
 * The file that the client workflow needs next.
 *
 * @param file its name in the repository's metadata folder, safe in URLs and file names, such as {@code 3.root.json}
 * @param limit the number of bytes to read at most
 */
public record MetadataRequest(String file, int limit) {}
