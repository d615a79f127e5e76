package cco.core.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.error.UsageException;
import cco.core.model.UntrustedBytes;
import cco.core.trust.GpgMode;
import cco.core.trust.Sha256Mode;
import cco.core.trust.TufMode;
import cco.core.tuf.SignatureMemory;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The anchor of the mode tuf: from the user, from the disk, and the app that it names. */
class PinnedRootTest extends MetadataLab {

    private UntrustedBytes root() {
        return new UntrustedBytes("root.json", repository.published.get("root").getLast());
    }

    @Test
    void soundRoot_isTheAnchor() throws Exception {
        assertEquals(root(), TufMode.given(root()).anchor());
        assertEquals(1, new TufMode(root()).roots(SignatureMemory.NONE).version());
    }

    @Test
    void damagedRoot_isExplained() {
        repository.tamper("root", text -> text.replace("\"version\": 1", "\"version\": 2"));

        UsageException given = assertThrows(UsageException.class, () -> TufMode.given(root()));
        assertTrue(given.getMessage().startsWith("root.json cannot be trusted"), given.getMessage());
        UsageException pinned =
                assertThrows(UsageException.class, () -> new TufMode(root()).roots(SignatureMemory.NONE));
        assertTrue(pinned.getMessage().startsWith("the pinned root is damaged: root.json"), pinned.getMessage());
    }

    @Test
    void rootMadeByCco_namesItsApp() throws Exception {
        assertEquals(Optional.empty(), TufMode.given(root()).app());

        repository.root().put("x-cco-app", "hello");
        repository.publish("root");

        assertEquals(Optional.of("hello"), TufMode.given(root()).app());
    }

    /** The configuration and the receipts of the field have these. */
    @Test
    void names_neverChange() throws Exception {
        assertEquals("tuf", TufMode.given(root()).id());
        assertEquals("gpg", new GpgMode(new UntrustedBytes("", new byte[0])).id());
        assertEquals("sha256", new Sha256Mode().id());
    }
}
