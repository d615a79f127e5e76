/**
 * Reads .tar.gz and .zip archives strictly and unpacks them into a new folder; whatever is refused leaves nothing
 * behind.
 */
package cco.core.archive;
