package cco.verifier.checksum;

import cco.api.Verifier;
import cco.tck.Download;
import cco.tck.VerifierContract;

class Sha256ContractTest extends VerifierContract {

    @Override
    protected Verifier verifier() {
        return new Sha256Verifier();
    }

    @Override
    protected Download genuine() {
        return Download.of("app.tar.gz", "abc".getBytes()).withDigest("sha256", Sha256VerifierTest.ABC);
    }
}
