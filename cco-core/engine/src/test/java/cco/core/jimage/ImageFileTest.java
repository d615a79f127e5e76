package cco.core.jimage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFileTest {

    private static final Path JDK_IMAGE = Path.of(System.getProperty("java.home"), "lib", "modules");

    @TempDir
    private Path temp;

    @Test
    void imageOfThisJdk_isRebuiltByteForByte() throws IOException {
        try (FileChannel file = FileChannel.open(JDK_IMAGE)) {
            ImageFile image = ImageFile.read(file).orElseThrow();
            assertTrue(image.resources().size() > 1000);
        }
    }

    /** jlink takes such folders for its own, and gives their packages other names. */
    @Test
    void foldersNamedLikeThoseOfTheIndex_areRebuiltByteForByte() throws IOException, InterruptedException {
        Path module = temp.resolve("org.example");
        Path declaration = Files.writeString(temp.resolve("module-info.java"), "module org.example {}");
        run("javac", "-d", module.toString(), declaration.toString());
        for (String folder : List.of(
                "packages",
                "modules",
                "org/packages",
                "org/packages/below",
                "org/packagesort/below",
                "org/modules",
                "org/modules2",
                "META-INF/packages")) {
            Files.writeString(Files.createDirectories(module.resolve(folder)).resolve("text"), folder);
        }
        Path image = temp.resolve("image");
        run("jlink", "--module-path", temp.toString(), "--add-modules", "org.example", "--output", image.toString());
        try (FileChannel file = FileChannel.open(image.resolve("lib/modules"))) {
            assertTrue(ImageFile.read(file).isPresent());
        }
    }

    /** jlink refuses to run in this virtual machine, which Maven has started with a patched module. */
    private static void run(String tool, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(arguments));
        command.addFirst(Path.of(System.getProperty("java.home"), "bin", tool).toString());
        assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor());
    }

    @Test
    void smallImage_isRebuiltByteForByte() throws IOException {
        List<ImageResource> resources = List.of(
                new ImageResource("a", "", "module-info", "class", 0),
                new ImageResource("a", "org/a", "One", "class", 3),
                new ImageResource("b", "org", "text", "", 2));
        try (FileChannel file = FileChannel.open(write(resources))) {
            assertEquals(resources, ImageFile.read(file).orElseThrow().resources());
        }
    }

    @Test
    void changedIndex_isNotAnImage() throws IOException {
        Path path = write(List.of(new ImageResource("a", "org/a", "One", "class", 3)));
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            for (long at = 0; at < file.size(); at++) {
                boolean isContent = at >= ImageFile.list(file).orElseThrow().contentStart()
                        && at < ImageFile.list(file).orElseThrow().contentStart() + 3;
                flip(file, at);
                assertEquals(isContent, ImageFile.read(file).isPresent(), "byte " + at);
                flip(file, at);
            }
        }
    }

    @Test
    void otherFiles_areNotImages() throws IOException {
        for (byte[] content : List.of(new byte[0], new byte[27], new byte[200])) {
            try (FileChannel file = FileChannel.open(Files.write(temp.resolve("file"), content))) {
                assertTrue(ImageFile.read(file).isEmpty());
            }
        }
    }

    private Path write(List<ImageResource> resources) throws IOException {
        ImageIndex index = ImageIndex.of(resources).orElseThrow();
        int content = (int) resources.stream().mapToLong(ImageResource::size).sum();
        byte[] bytes = ByteBuffer.allocate(index.head().length + content + index.tree().length)
                .put(index.head())
                .put(new byte[content])
                .put(index.tree())
                .array();
        return Files.write(temp.resolve("modules"), bytes);
    }

    private static void flip(FileChannel file, long at) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        file.read(one, at);
        one.put(0, (byte) ~one.get(0)).rewind();
        file.write(one, at);
    }
}
