/**
 * Makes deltas from one published version to another.
 *
 * <p>Files that both versions have need nothing. A changed run-time image is compared resource by resource, each
 * with what the old image has in the same package; any other changed file is compared as a whole. Both comparisons
 * look for the longest match at each place (a suffix array) and let it run on over single differing bytes, after
 * Percival, “Naive differences of executable code”. A delta is published only if applying it yields the new version,
 * byte for byte, and if it is worth its download.
 */
package cco.publisher.delta;
