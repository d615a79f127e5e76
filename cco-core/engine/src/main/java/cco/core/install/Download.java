package cco.core.install;

import cco.core.model.Sha256;
import java.util.Optional;

/**
 * The file that a version was unpacked from, as the publisher's manifest had it when it was accepted. Whoever has it
 * can fetch the same version again, even when the manifest has expired or names it no more.
 *
 * @param path inside the release repository
 * @param size in bytes
 * @param list of what is inside, if the publisher has one
 */
public record Download(String path, Sha256 sha256, long size, Optional<Download> list) {}
