package cco.tck;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cco.api.BadSettingException;
import cco.api.ChannelSource;
import cco.api.Content;
import cco.api.Origin;
import cco.api.Resource;
import cco.tck.server.Faults;
import cco.tck.server.LoopbackTransport;
import java.io.IOException;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The contract of a {@link ChannelSource}. A source's test extends this class, creates the source, and supplies the
 * settings for a repository that each test has in a folder and on a loopback server.
 */
public abstract class ChannelSourceContract {

    /** For subclasses. */
    protected ChannelSourceContract() {}

    /**
     * Creates a source as the ServiceLoader does.
     *
     * @return a new instance for each call
     */
    protected abstract ChannelSource source();

    /**
     * The source's table in the configuration for a repository.
     *
     * @param folder the repository on disk
     * @param address the same repository on a server, over http on loopback
     * @return texts or lists of texts, by key
     */
    protected abstract Map<String, ?> settings(Path folder, URI address);

    private SourceLab lab(Path temporary) throws IOException {
        return new SourceLab(source(), temporary, this::settings);
    }

    /** Requires an id that the configuration can contain and that never changes. */
    @Test
    public void id_isANameForTheConfiguration() {
        Provided.id(this::source, ChannelSource::id);
    }

    /** Requires that the ServiceLoader finds the source in its module. */
    @Test
    public void source_isFoundAsAService() {
        Provided.service(ChannelSource.class, source().getClass());
    }

    /**
     * Compares the keys in the table and the keys that the source reads with its declared keys.
     *
     * @param temporary an empty folder, which JUnit deletes
     * @throws Exception if the source cannot read the repository
     */
    @Test
    public void onlyDeclaredKeys_areRead(@TempDir Path temporary) throws Exception {
        try (SourceLab lab = lab(temporary)) {
            Set<String> keys = source().keys();
            assertNotNull(keys, "keys() returns null");
            TableSettings settings = lab.settings();
            source().origins(settings);
            assertTrue(
                    keys.containsAll(settings.asked()),
                    "keys() is " + keys + ", but the source reads " + settings.asked());
            assertTrue(
                    keys.containsAll(settings.values().keySet()),
                    "keys() is " + keys + ", but the table has "
                            + settings.values().keySet());
        }
    }

    /** Passes an empty table, which is valid or misses a declared key. */
    @Test
    public void missingSettings_areReportedByKey() {
        try {
            assertFalse(source().origins(new TableSettings(Map.of())).isEmpty(), "neither an origin nor an exception");
        } catch (BadSettingException refusal) {
            assertTrue(source().keys().contains(refusal.key()), "keys() lacks the key " + refusal.key());
        }
    }

    /**
     * Requires at least one origin, and the same names from each instance.
     *
     * @param temporary an empty folder, which JUnit deletes
     * @throws Exception if the source cannot read the repository
     */
    @Test
    public void origins_haveStableNames(@TempDir Path temporary) throws Exception {
        try (SourceLab lab = lab(temporary)) {
            List<String> names = names(lab);
            assertFalse(names.isEmpty(), "origins() is empty");
            names.forEach(name -> assertFalse(name.isBlank(), "an origin without a name"));
            assertEquals(names, names(lab));
        }
    }

    private List<String> names(SourceLab lab) throws Exception {
        return source().origins(lab.settings()).stream().map(Origin::name).toList();
    }

    /**
     * Requires that the list of origins needs neither the network nor a repository.
     *
     * @param temporary an empty folder, which JUnit deletes
     * @throws Exception if the source cannot read the repository
     */
    @Test
    public void origins_openNothing(@TempDir Path temporary) throws Exception {
        try (SourceLab lab = lab(temporary)) {
            source().origins(lab.settings());
            assertEquals(List.of(), lab.server.requests(), "origins() sends a request");
            assertDoesNotThrow(() -> source().origins(lab.settingsForNothing()), "origins() opens the repository");
        }
    }

    /**
     * Reads a file repeatedly, alone and in two threads.
     *
     * @param temporary an empty folder, which JUnit deletes
     * @throws Exception if the source cannot read the repository
     */
    @Test
    public void wholeFile_isServed_toTwoThreads(@TempDir Path temporary) throws Exception {
        try (SourceLab lab = lab(temporary)) {
            Twice.gives(SourceLab.CONTENT, () -> lab.read(SourceLab.PATH));
        }
    }

    /**
     * Resumes a file and compares the offset and the length with the stream.
     *
     * @param temporary an empty folder, which JUnit deletes
     * @throws Exception if the source cannot read the repository
     */
    @Test
    public void offsetAndLength_areTrue(@TempDir Path temporary) throws Exception {
        try (SourceLab lab = lab(temporary)) {
            Optional<String> state = lab.state(SourceLab.PATH);
            for (long offset : new long[] {0, 4, 9}) {
                try (Content content = lab.open(new Resource(SourceLab.PATH, offset, state))) {
                    long from = content.offset();
                    assertTrue(from == offset || from == 0, "requested byte " + offset + ", got byte " + from);
                    long rest = SourceLab.CONTENT.length() - from;
                    assertEquals(
                            rest,
                            content.length().orElse(rest),
                            "the length must be that of the stream, not of the file");
                    assertEquals(SourceLab.CONTENT.substring((int) from), SourceLab.text(content));
                }
            }
        }
    }

    /**
     * Resumes a file that has changed, if the source has tags.
     *
     * @param temporary an empty folder, which JUnit deletes
     * @throws Exception if the source cannot read the repository
     */
    @Test
    public void changedFile_startsOver(@TempDir Path temporary) throws Exception {
        try (SourceLab lab = lab(temporary)) {
            Optional<String> state = lab.state(SourceLab.PATH);
            assumeTrue(state.isPresent(), "the source cannot say whether a file has changed");
            lab.put(SourceLab.PATH, "other content");
            try (Content content = lab.open(new Resource(SourceLab.PATH, 4, state))) {
                assertEquals(0, content.offset(), "resumed although the file has changed");
                assertEquals("other content", SourceLab.text(content));
            }
        }
    }

    /**
     * Reads files whose paths contain blanks, percent signs and other special characters.
     *
     * @param temporary an empty folder, which JUnit deletes
     * @throws Exception if the source cannot read the repository
     */
    @Test
    public void pathIsTakenLiterally(@TempDir Path temporary) throws Exception {
        try (SourceLab lab = lab(temporary)) {
            for (String path :
                    List.of("v1.0.0+7~a/b_c@d.tar.gz", "v1/with blanks", "v1/100%25", "v1/x?y=z", "v1/a#b")) {
                lab.put(path, path);
                assertEquals(path, lab.read(path));
            }
        }
    }

    /**
     * The host tries the next origin for a missing file, but reports a broken origin.
     *
     * @param temporary an empty folder, which JUnit deletes
     * @throws Exception if the source cannot read the repository
     */
    @Test
    public void missingFile_isNotAMissingRepository(@TempDir Path temporary) throws Exception {
        try (SourceLab lab = lab(temporary)) {
            assertThrows(NoSuchFileException.class, () -> lab.read("v9.9.9/missing"));
            Origin nothing = source().origins(lab.settingsForNothing()).getFirst();
            IOException failure = assertThrows(
                    IOException.class,
                    () -> nothing.open(Resource.whole(SourceLab.PATH), new LoopbackTransport())
                            .close());
            assertFalse(failure instanceof NoSuchFileException, "the repository is missing, not a file: " + failure);
        }
    }

    /**
     * The host limits what it reads, so a source must pass on the stream without collecting it.
     *
     * @param temporary an empty folder, which JUnit deletes
     * @throws Exception if the source cannot read the repository
     */
    @Test
    public void endlessFile_isPassedOnAsItComes(@TempDir Path temporary) throws Exception {
        try (SourceLab lab = lab(temporary)) {
            lab.server.fail(SourceLab.PATH, Faults.ENDLESS_BODY);
            try (Content content = lab.open(Resource.whole(SourceLab.PATH))) {
                assumeTrue(!lab.server.requests().isEmpty(), "the source uses no network");
                byte[] first = content.stream().readNBytes(SourceLab.CONTENT.length());
                assertEquals(SourceLab.CONTENT, new String(first));
            }
        }
    }

    /**
     * Truncates a response, which the source reports or passes on unchanged.
     *
     * @param temporary an empty folder, which JUnit deletes
     * @throws Exception if the source cannot read the repository
     */
    @Test
    public void truncatedFile_isNotPadded(@TempDir Path temporary) throws Exception {
        try (SourceLab lab = lab(temporary)) {
            lab.server.fail(SourceLab.PATH, Faults.TRUNCATED);
            try {
                String read = lab.read(SourceLab.PATH);
                assumeTrue(!lab.server.requests().isEmpty(), "the source uses no network");
                assertEquals(SourceLab.CONTENT.substring(0, SourceLab.CONTENT.length() / 2), read);
            } catch (IOException reported) {
                assertNotNull(reported);
            }
        }
    }
}
