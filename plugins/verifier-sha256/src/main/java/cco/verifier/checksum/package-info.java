/** Verifies archives by the digest in the manifest. */
package cco.verifier.checksum;
