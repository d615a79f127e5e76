/** One file with a whole release repository, for machines without a network. */
package cco.publisher.mirror;
