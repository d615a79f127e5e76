package cco.core.session;

import cco.core.trust.TrustedManifest;

/**
 * A manifest that the trust mode has admitted, and who has to agree to each file that it names.
 *
 * @param manifest what the publisher offers
 * @param witness asked before a file is fetched
 */
public record AcceptedManifest(TrustedManifest manifest, Witness witness) {}
