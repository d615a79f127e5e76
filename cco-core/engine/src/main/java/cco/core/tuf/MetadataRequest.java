package cco.core.tuf;

/**
 * The file that the client workflow needs next.
 *
 * @param file its name in the repository's folder of metadata, safe in an address and on a disk: {@code 3.root.json}
 * @param limit the most bytes that may be read
 */
public record MetadataRequest(String file, int limit) {}
