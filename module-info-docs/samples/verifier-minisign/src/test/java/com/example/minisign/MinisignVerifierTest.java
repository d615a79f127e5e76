package com.example.minisign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cco.api.Verdict;
import cco.tck.Download;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MinisignVerifierTest {

    private static Verdict verdict(Download download) throws IOException {
        return new MinisignVerifier().verify(download);
    }

    private static Download genuine() throws IOException {
        return new MinisignContractTest().genuine();
    }

    /** The genuine download with a change in its signature file. */
    private static Download changed(String target, String replacement) throws IOException {
        String signature = new String(genuine().proofs().get(".minisig"), StandardCharsets.UTF_8);
        return genuine()
                .withProof(".minisig", signature.replace(target, replacement).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void evidence_namesTheKeyAndTheTrustedComment() throws IOException {
        assertEquals(new Verdict.Accepted("signed by minisign key 0A3738F2D2F0D8FA: app 1.0.0"), verdict(genuine()));
    }

    @Test
    void untrustedComment_isIgnored() throws IOException {
        assertInstanceOf(Verdict.Accepted.class, verdict(changed("from minisign secret key", "by nobody")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "app 1.0.0 | app 9.0.0 | the key 0A3738F2D2F0D8FA has not signed its trusted comment",
                "RUT6 | RUU6 | the signature has an unknown algorithm",
                "RUT6 | RWT6 | the key 0A3738F2D2F0D8FA has not signed it",
                "RUT62PDS | RUT72PDS | it is signed by the key 0A3738F2D2F0D8FB, pinned is 0A3738F2D2F0D8FA",
                "trusted comment: app | comment: app | the signature has no line \"trusted comment:\"",
                "RUT62PDS | RUT6 | the signature does not contain 74 bytes in base64"
            })
    void changedSignatureFile_isRejectedWithTheReason(String target, String replacement, String reason)
            throws IOException {
        assertEquals(new Verdict.Rejected(reason), verdict(changed(target, replacement)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-l"})
    void signatureOfMinisign_isAccepted(String option, @TempDir Path folder) throws Exception {
        assumeTrue(run(folder, "-v") == 0, "minisign is not installed");
        byte[] content = new byte[300_001];
        new Random(1).nextBytes(content);
        Files.write(folder.resolve("app.tar.gz"), content);
        assertEquals(0, run(folder, "-G", "-W", "-p", "minisign.pub", "-s", "minisign.key"));
        List<String> sign = new ArrayList<>(List.of("-S", "-s", "minisign.key", "-m", "app.tar.gz"));
        if (!option.isEmpty()) {
            sign.add(option);
        }
        assertEquals(0, run(folder, sign.toArray(String[]::new)));
        Download signed = Download.of("app.tar.gz", content)
                .withProof(".minisig", Files.readAllBytes(folder.resolve("app.tar.gz.minisig")))
                .withAnchor("minisign.pub", Files.readAllBytes(folder.resolve("minisign.pub")));
        assertInstanceOf(Verdict.Accepted.class, verdict(signed));
        content[300_000] ^= 1;
        assertInstanceOf(Verdict.Rejected.class, verdict(signed.withContent(content)));
    }

    /** The exit code, or what a shell says of a command that is not there. */
    private static int run(Path folder, String... arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of("minisign"));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException _) {
            return 127;
        }
    }
}
