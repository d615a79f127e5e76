package com.example.minisign;

import cco.api.Verifier;
import cco.tck.Download;
import cco.tck.VerifierContract;
import java.io.IOException;
import java.io.InputStream;

class MinisignContractTest extends VerifierContract {

    @Override
    protected Verifier verifier() {
        return new MinisignVerifier();
    }

    @Override
    protected Download genuine() throws IOException {
        return Download.of("app.tar.gz", resource("app.tar.gz"))
                .withProof(".minisig", resource("app.tar.gz.minisig"))
                .withAnchor("minisign.pub", resource("minisign.pub"));
    }

    static byte[] resource(String name) throws IOException {
        try (InputStream stream = MinisignContractTest.class.getResourceAsStream(name)) {
            return stream.readAllBytes();
        }
    }
}
