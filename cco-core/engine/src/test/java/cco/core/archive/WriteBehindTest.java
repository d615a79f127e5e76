package cco.core.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class WriteBehindTest {

    /** More than all batches hold together. */
    private static final int LARGE = 3_000_000;

    private final List<String> calls = new ArrayList<>();
    private final List<ByteArrayOutputStream> contents = new ArrayList<>();
    private final Recorder recorder = new Recorder();

    @AutoClose
    private final WriteBehind target = new WriteBehind(recorder);

    /** A target that remembers its calls and may be full. */
    private final class Recorder implements UnpackTarget {

        private int space = Integer.MAX_VALUE;
        private int open;

        @Override
        public void folder(EntryPath path) {
            calls.add("folder " + path);
        }

        @Override
        public OutputStream file(EntryPath path, boolean executable) {
            calls.add((executable ? "program " : "file ") + path);
            open++;
            ByteArrayOutputStream content = new ByteArrayOutputStream() {
                @Override
                public void write(byte[] bytes, int offset, int length) {
                    if (length > space) {
                        throw new IllegalStateException("no space");
                    }
                    super.write(bytes, offset, length);
                }

                @Override
                public void close() {
                    open--;
                }
            };
            contents.add(content);
            return content;
        }

        @Override
        public void link(EntryPath path, String to) throws IOException {
            if (to.equals("refused")) {
                throw new IOException("no links");
            }
            calls.add("link " + path);
        }
    }

    private void file(String name, byte[] content) throws IOException {
        try (OutputStream out = target.file(path(name), name.startsWith("bin"))) {
            out.write(content);
        }
    }

    private static EntryPath path(String name) throws IOException {
        return EntryPath.of(name);
    }

    @Test
    void calls_keepTheirOrder() throws IOException {
        target.folder(path("bin"));
        file("bin/hello", new byte[] {1});
        file("data", new byte[] {2, 3});
        target.link(path("link"), "data");
        target.finish();
        assertEquals(List.of("folder bin", "program bin/hello", "file data", "link link"), calls);
        assertEquals(0, recorder.open);
    }

    @Test
    void contentOfManyBatches_isUnchanged() throws IOException {
        byte[] large = new byte[LARGE];
        new Random(1).nextBytes(large);
        file("small", new byte[] {7});
        file("large", large);
        try (OutputStream out = target.file(path("single"), false)) {
            out.write(200);
        }
        target.finish();
        assertEquals(List.of(7), ints(contents.get(0)));
        assertTrue(Arrays.equals(large, contents.get(1).toByteArray()));
        assertEquals(List.of(-56), ints(contents.get(2)));
    }

    private static List<Integer> ints(ByteArrayOutputStream content) {
        List<Integer> ints = new ArrayList<>();
        for (byte value : content.toByteArray()) {
            ints.add((int) value);
        }
        return ints;
    }

    @Test
    void manyFiles_areWrittenInTheirOrder() throws IOException {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            file("f" + i, new byte[] {(byte) i});
            expected.add("file f" + i);
        }
        target.finish();
        assertEquals(expected, calls);
    }

    @Test
    void failure_isThrownAtTheEnd() throws IOException {
        target.link(path("link"), "refused");
        target.folder(path("folder"));
        assertEquals("no links", assertThrows(IOException.class, target::finish).getMessage());
        assertEquals(List.of(), calls);
    }

    @Test
    void failure_endsALongContent() {
        recorder.space = 0;
        assertThrows(IllegalStateException.class, () -> file("large", new byte[2 * LARGE]));
    }

    @Test
    void afterAFailure_nothingMoreIsWritten() throws IOException {
        target.link(path("link"), "refused");
        assertThrows(IOException.class, () -> {
            for (int i = 0; i < 100_000; i++) {
                target.folder(path("f" + i));
            }
        });
        target.close();
        assertEquals(List.of(), calls);
    }

    @Test
    void close_closesTheOpenFile() throws IOException {
        OutputStream unfinished = target.file(path("file"), false);
        unfinished.write(new byte[LARGE]);
        target.close();
        assertEquals(0, recorder.open);
    }
}
