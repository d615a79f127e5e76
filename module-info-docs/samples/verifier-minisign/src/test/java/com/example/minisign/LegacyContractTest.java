package com.example.minisign;

import cco.tck.Download;
import java.io.IOException;

/** The same for what {@code minisign -S -l} has signed. */
class LegacyContractTest extends MinisignContractTest {

    @Override
    protected Download genuine() throws IOException {
        return super.genuine().withProof(".minisig", resource("legacy.minisig"));
    }
}
