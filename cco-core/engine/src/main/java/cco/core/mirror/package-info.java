/**
 * A verified copy of a release repository, for mirrors and air gaps.
 *
 * <p>The copy is made as a client reads: nothing gets into the folder that the trust mode has not accepted. Order makes
 * it safe to serve at any moment: first the files that nothing refers to yet, then the manifest and the numbered
 * metadata, then the timestamp, and last the removal of what neither this copy nor the one before refers to.
 */
package cco.core.mirror;
