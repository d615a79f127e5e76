/** Verifies archives by their promised digest. */
package cco.verifier.checksum;
