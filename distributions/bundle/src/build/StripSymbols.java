import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Removes the symbol tables from the ELF files of a linked image: {@code java StripSymbols.java FOLDER}. They make up a
 * sixth of libjvm.so, and only debuggers read them. This tool replaces {@code strip} so that the bundle has the same
 * bytes on every build machine, with any version of binutils or none.
 *
 * <p>Never changes loaded sections: refuses a file in which one follows the symbol table. Leaves other kinds of files
 * and files without a symbol table unchanged.
 */
final class StripSymbols {

    private static final byte[] ELF_64_BIT_LITTLE_ENDIAN = {0x7f, 'E', 'L', 'F', 2, 1};
    private static final int SYMBOL_TABLE = 2;
    private static final int WITHOUT_BYTES = 8;
    private static final long LOADED = 2;
    private static final int HEADER_SIZE = 64;

    /** A section header: its 64 bytes, with access to the fields that this tool needs. */
    private record Section(int index, ByteBuffer header) {
        int type() {
            return header.getInt(4);
        }

        boolean loaded() {
            return (header.getLong(8) & LOADED) != 0;
        }

        long offset() {
            return header.getLong(24);
        }

        int size() {
            return Math.toIntExact(header.getLong(32));
        }

        int link() {
            return header.getInt(40);
        }

        int alignment() {
            return Math.max(1, (int) header.getLong(48));
        }
    }

    private StripSymbols() {}

    public static void main(String[] arguments) throws IOException {
        List<Path> files;
        try (var tree = Files.walk(Path.of(arguments[0]))) {
            files = tree.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            if (isElf(file)) {
                byte[] bytes = Files.readAllBytes(file);
                byte[] stripped = strip(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN), file);
                if (stripped.length < bytes.length) {
                    Files.write(file, stripped);
                }
            }
        }
    }

    private static boolean isElf(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(ELF_64_BIT_LITTLE_ENDIAN.length), ELF_64_BIT_LITTLE_ENDIAN);
        }
    }

    private static byte[] strip(ByteBuffer elf, Path file) {
        List<Section> sections = sections(elf);
        Section symbols = sections.stream()
                .filter(s -> s.type() == SYMBOL_TABLE)
                .findFirst()
                .orElse(null);
        if (symbols == null) {
            return elf.array();
        }
        Section names = sections.get(symbols.link());
        List<Section> kept =
                sections.stream().filter(s -> s != symbols && s != names).toList();
        int cut = Math.toIntExact(Math.min(symbols.offset(), names.offset()));

        ByteArrayOutputStream out = new ByteArrayOutputStream(elf.capacity());
        out.write(elf.array(), 0, cut);
        for (Section section : kept) {
            if (section.offset() >= cut && section.type() != WITHOUT_BYTES) {
                if (section.loaded()) {
                    throw new IllegalStateException(file + ": a loaded section follows the symbol table");
                }
                pad(out, section.alignment());
                int moved = out.size();
                out.write(elf.array(), Math.toIntExact(section.offset()), section.size());
                section.header().putLong(24, moved);
            }
        }
        pad(out, Long.BYTES);
        return withHeaders(out, kept, elf.getShort(62));
    }

    private static List<Section> sections(ByteBuffer elf) {
        List<Section> sections = new ArrayList<>();
        int start = Math.toIntExact(elf.getLong(40));
        for (int i = 0; i < elf.getShort(60); i++) {
            byte[] header = new byte[HEADER_SIZE];
            elf.get(start + i * HEADER_SIZE, header);
            sections.add(new Section(i, ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN)));
        }
        return sections;
    }

    /** Appends the section headers, renumbers their links, and updates the file header. */
    private static byte[] withHeaders(ByteArrayOutputStream out, List<Section> kept, int namesOfSections) {
        int start = out.size();
        int[] moved = new int[kept.getLast().index() + 1];
        for (int i = 0; i < kept.size(); i++) {
            moved[kept.get(i).index()] = i;
        }
        for (Section section : kept) {
            section.header().putInt(40, moved[section.link()]);
            out.writeBytes(section.header().array());
        }
        ByteBuffer elf = ByteBuffer.wrap(out.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
        elf.putLong(40, start).putShort(60, (short) kept.size()).putShort(62, (short) moved[namesOfSections]);
        return elf.array();
    }

    private static void pad(ByteArrayOutputStream out, int alignment) {
        while (out.size() % alignment != 0) {
            out.write(0);
        }
    }
}
