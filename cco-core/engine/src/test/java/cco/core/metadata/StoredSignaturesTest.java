package cco.core.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.disk.StateWriter;
import cco.core.error.CcoException;
import cco.core.error.InstallException;
import cco.core.error.VerificationException;
import cco.core.model.Sha256;
import cco.core.model.UntrustedBytes;
import cco.core.tuf.RootChain;
import cco.core.tuf.SignatureMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredSignaturesTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("signatures");
    }

    private StoredSignatures signatures() {
        return new StoredSignatures(file, StateWriter.ALWAYS);
    }

    private static Sha256 proof(int number) {
        return Sha256.of(new byte[] {(byte) number});
    }

    @Test
    void signatures_areKnownInTheNextRun() throws CcoException {
        StoredSignatures signatures = signatures();
        signatures.add(proof(1));
        signatures.store();

        assertTrue(signatures().contains(proof(1)));
        assertFalse(signatures().contains(proof(2)));
    }

    @Test
    void seventeenthSignature_replacesTheOldest() throws CcoException {
        StoredSignatures signatures = signatures();
        for (int i = 0; i <= 16; i++) {
            signatures.add(proof(i));
        }
        signatures.store();

        assertFalse(signatures().contains(proof(0)));
        assertTrue(signatures().contains(proof(1)));
        assertTrue(signatures().contains(proof(16)));
    }

    @Test
    void runWithoutNewSignature_writesNothing() throws CcoException, IOException {
        signatures().store();
        assertFalse(Files.exists(file));
    }

    @Test
    void damagedFile_remembersNothing() throws IOException {
        Files.write(file, new byte[] {0, -1, '\n', 'x'});
        assertFalse(signatures().contains(proof(1)));
        Files.delete(file);
        Files.createDirectory(file);
        assertFalse(signatures().contains(proof(1)));
    }

    @Test
    void fileThatCannotBeWritten_isNamed() throws IOException {
        StoredSignatures signatures = signatures();
        Files.createDirectories(file.resolve("in the way"));
        signatures.add(proof(1));
        assertTrue(assertThrows(InstallException.class, signatures::store)
                .getMessage()
                .contains(file.toString()));
    }

    /** The digests cover the keys and all bytes, so a forger gains nothing from what was verified. */
    @Test
    void changedBytes_areVerifiedAgain() throws CcoException, IOException {
        byte[] genuine = new RepositorySimulator().published.get("root").getFirst();
        StoredSignatures signatures = signatures();
        RootChain.anchoredIn(new UntrustedBytes("root", genuine), signatures);
        signatures.store();
        List<String> known = Files.readAllLines(file);
        assertEquals(1, known.size());

        RootChain.anchoredIn(new UntrustedBytes("root", genuine), signatures());
        String forged = new String(genuine).replaceAll("(\"version\": *)1", "$1" + 2);
        assertThrows(
                VerificationException.class,
                () -> RootChain.anchoredIn(new UntrustedBytes("root", forged.getBytes()), signatures()));
    }

    @Test
    void rememberedBytes_areNotVerifiedAgain() throws CcoException {
        List<Sha256> asked = new ArrayList<>();
        StoredSignatures signatures = signatures();
        byte[] unsigned = new String(
                        new RepositorySimulator().published.get("root").getFirst())
                .replaceAll("(\"sig\": *\")[0-9a-f]{8}", "$1" + "00000000")
                .getBytes();
        UntrustedBytes root = new UntrustedBytes("root", unsigned);
        assertThrows(VerificationException.class, () -> RootChain.anchoredIn(root, signatures));

        RootChain.anchoredIn(root, new SignatureMemory() {
            @Override
            public boolean contains(Sha256 proof) {
                return asked.add(proof);
            }

            @Override
            public void add(Sha256 proof) {}
        });
        assertEquals(1, asked.size());
    }
}
