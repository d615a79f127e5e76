package cco.publisher.delta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.delta.DeltaException;
import cco.core.jimage.ImageIndex;
import cco.core.jimage.ImageResource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeltaTest {

    private final Random random = new Random(42);

    @TempDir
    private Path temp;

    private DeltaFolder old;
    private DeltaFolder next;
    private Path result;

    @BeforeEach
    void createFolders() throws IOException {
        old = new DeltaFolder(temp.resolve("old"));
        next = new DeltaFolder(temp.resolve("new"));
        result = temp.resolve("result");
    }

    @Test
    void unchangedFile_isShared() throws Exception {
        byte[] content = noise(200_000);
        old.with("lib/big", content);
        next.with("lib/big", content);
        assertTrue(roundTrip().length < 200);
        Object oldKey = Files.getAttribute(old.root().resolve("lib/big"), "unix:ino");
        assertEquals(oldKey, Files.getAttribute(result.resolve("lib/big"), "unix:ino"));
    }

    @Test
    void renamedFile_isShared() throws Exception {
        byte[] content = noise(200_000);
        old.with("before", content);
        next.with("after", content);
        assertTrue(roundTrip().length < 200);
    }

    @Test
    void changedFile_costsItsChanges() throws Exception {
        byte[] content = noise(200_000);
        old.with("lib/big", content);
        byte[] changed = content.clone();
        Arrays.fill(changed, 1000, 1100, (byte) 1);
        next.with("lib/big", changed);
        assertTrue(roundTrip().length < 500);
    }

    @Test
    void insertedBytes_moveTheRest() throws Exception {
        byte[] content = noise(100_000);
        old.with("data", content);
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        changed.write(content, 0, 50_000);
        changed.writeBytes(noise(300));
        changed.write(content, 50_000, 50_000);
        next.with("data", changed.toByteArray());
        assertTrue(roundTrip().length < 800);
    }

    @Test
    void largeFile_isComparedInParts() throws Exception {
        int window = 1 << 15;
        byte[] content = noise(10 * window);
        old.with("data", content);
        byte[] head = noise(window / 8);
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        changed.writeBytes(head);
        changed.writeBytes(content);
        next.with("data", changed.toByteArray());
        byte[] delta = new DeltaMaker(old.version(), next.version(), window).make();
        apply(delta);
        assertTrue(Arrays.equals(changed.toByteArray(), Files.readAllBytes(result.resolve("data"))));
        assertTrue(delta.length < head.length + 1_000, delta.length + " bytes");
    }

    @Test
    void versionsThatDifferTooMuch_haveNoDelta() throws Exception {
        next.with("one", new byte[40 << 20]).with("two", new byte[(40 << 20) + 1]);
        assertThrows(OversizedDeltaException.class, () -> new DeltaMaker(old.version(), next.version()).make());
    }

    @Test
    void addedFile_isSent() throws Exception {
        next.with("new", noise(5_000)).with("empty", new byte[0]);
        assertTrue(roundTrip().length > 5_000);
    }

    @Test
    void changedMode_isNotShared() throws Exception {
        byte[] content = noise(1_000);
        old.with("tool", content);
        next.withExecutable("tool", content);
        roundTrip();
        assertTrue(Files.isExecutable(result.resolve("tool")));
        assertTrue(!Files.isExecutable(old.root().resolve("tool")));
    }

    @Test
    void linksAndEmptyFolders_areMade() throws Exception {
        old.with("a", noise(10));
        next.with("a", noise(10));
        Files.createSymbolicLink(next.root().resolve("b"), Path.of("a"));
        Files.createDirectories(next.root().resolve("empty/deep"));
        roundTrip();
    }

    @Test
    void linkOutOfTheFolder_isRefused() throws Exception {
        Files.createSymbolicLink(next.root().resolve("escape"), Path.of("../../etc"));
        byte[] delta = new DeltaMaker(old.version(), next.version()).make();
        assertThrows(DeltaException.class, () -> apply(delta));
    }

    @Test
    void randomEdits_roundTrip() throws Exception {
        for (int round = 0; round < 30; round++) {
            byte[] content = noise(random.nextInt(3_000));
            Arrays.fill(content, content.length / 3, content.length / 2, (byte) 'x');
            old.with("file", content);
            next.with("file", edited(content));
            roundTrip();
        }
    }

    @Test
    void addedResource_needsNoIndex() throws Exception {
        List<ImageResource> resources = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            resources.add(new ImageResource("m.one", "org/example/p" + i % 7, "Class" + i, "class", 500 + i));
        }
        old.with("lib/modules", image(resources, 1));
        resources.add(123, new ImageResource("m.one", "org/example/added", "Added", "class", 300));
        next.with("lib/modules", image(resources, 1));
        int size = roundTrip().length;
        assertTrue(size < 900, size + " bytes");
    }

    /** Such as an image of another release of Java, or one that a tool has changed. */
    @Test
    void oldImageWithAnotherIndex_isComparedByResources() throws Exception {
        List<ImageResource> resources = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            resources.add(new ImageResource("m.one", "org/example", "Class" + i, "class", 500));
        }
        byte[] image = image(resources, 1);
        image[image.length - 1] ^= 1;
        old.with("lib/modules", image);
        Collections.shuffle(resources, random);
        next.with("lib/modules", image(resources, 1));
        int size = roundTrip().length;
        assertTrue(size < 500, size + " bytes");
    }

    @Test
    void imageThatEndsTooEarly_isComparedAsAnyFile() throws Exception {
        List<ImageResource> resources = List.of(new ImageResource("m.one", "org/example", "Class", "class", 5_000));
        byte[] image = image(resources, 1);
        old.with("lib/modules", Arrays.copyOf(image, image.length - 4_000));
        next.with("lib/modules", image);
        roundTrip();
    }

    @Test
    void truncatedDelta_isRefused() throws Exception {
        byte[] delta = changedData();
        for (int length = 0; length < delta.length; length += 7) {
            byte[] part = Arrays.copyOf(delta, length);
            assertThrows(DeltaException.class, () -> apply(part));
        }
    }

    @Test
    void flippedByte_neverYieldsAnotherFile() throws Exception {
        byte[] delta = changedData();
        for (int i = 0; i < delta.length; i++) {
            byte[] flipped = delta.clone();
            flipped[i] ^= (byte) (1 << i % 8);
            try {
                apply(flipped);
                assertSame();
            } catch (DeltaException e) {
                // Refused, as it should be; a flip in padding that changes nothing is also fine.
            }
        }
    }

    @Test
    void damagedBase_isRefused() throws Exception {
        byte[] delta = changedData();
        VersionFolder from = old.version();
        old.with("data", noise(4_000));
        Path file = Files.write(temp.resolve("delta"), delta);
        assertThrows(DeltaException.class, () -> DeltaFolder.apply(from, file, next.version(), result));
    }

    @Test
    void missingBase_isRefused() throws Exception {
        byte[] delta = changedData();
        VersionFolder from = old.version();
        Files.delete(old.root().resolve("data"));
        Path file = Files.write(temp.resolve("delta"), delta);
        assertThrows(DeltaException.class, () -> DeltaFolder.apply(from, file, next.version(), result));
    }

    private byte[] changedData() throws IOException {
        byte[] content = noise(4_000);
        old.with("data", content);
        next.with("data", edited(content)).with("added", noise(100));
        return new DeltaMaker(old.version(), next.version()).make();
    }

    private byte[] roundTrip() throws IOException, DeltaException {
        byte[] delta = new DeltaMaker(old.version(), next.version()).make();
        apply(delta);
        assertSame();
        return delta;
    }

    private void apply(byte[] delta) throws IOException, DeltaException {
        Path file = Files.write(temp.resolve("delta"), delta);
        DeltaFolder.apply(old.version(), file, next.version(), result);
    }

    private void assertSame() throws IOException {
        VersionFolder expected = next.version();
        VersionFolder actual = new DeltaFolder(result).version();
        assertEquals(expected.files(), actual.files());
        assertEquals(expected.links(), actual.links());
        assertEquals(expected.emptyFolders(), actual.emptyFolders());
    }

    private byte[] noise(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] edited(byte[] content) {
        ByteArrayOutputStream edited = new ByteArrayOutputStream();
        for (int at = 0; at < content.length; ) {
            int length = Math.min(content.length - at, 1 + random.nextInt(700));
            switch (random.nextInt(5)) {
                case 0 -> edited.writeBytes(noise(random.nextInt(40)));
                case 1 -> edited.write(content[at] + 1);
                default -> edited.write(content, at, length);
            }
            at += length;
        }
        return edited.toByteArray();
    }

    private static byte[] image(List<ImageResource> resources, int seed) {
        ImageIndex index = ImageIndex.of(resources).orElseThrow();
        ByteArrayOutputStream image = new ByteArrayOutputStream();
        image.writeBytes(index.head());
        for (ImageResource resource : resources) {
            Random content = new Random(seed * 31L + resource.base().hashCode());
            byte[] bytes = new byte[(int) resource.size()];
            content.nextBytes(bytes);
            byte[] name = resource.base().getBytes(StandardCharsets.UTF_8);
            System.arraycopy(name, 0, bytes, 0, name.length);
            image.writeBytes(bytes);
        }
        image.writeBytes(index.tree());
        return image.toByteArray();
    }
}
