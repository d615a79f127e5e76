package cco.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks generated texts against a small module that is compiled and packed here. */
class StaleTextsTest {

    private static final String SOURCE = """
            package a.b;
            public sealed interface Shape<T extends Comparable<T>> {
                int SIDES = 4;
                <X extends java.io.IOException> java.util.List<? super T> sides(T[] from)
                        throws X, InterruptedException;
                default void draw() {}
                record Square<T extends Comparable<T>>() implements Shape<T> {
                    public <X extends java.io.IOException> java.util.List<? super T> sides(T[] from) { return null; }
                }
                class Nested { private class Secret {} }
            }
            class AlsoHidden {}
            """;

    @TempDir
    private Path folder;

    private CommittedTexts texts;
    private ReactorModule module;

    @BeforeEach
    void build() throws IOException {
        Path sources = Files.createDirectories(folder.resolve("cco-api/a/src/main/java"));
        Files.writeString(sources.resolve("module-info.java"), "/** It. */\nmodule a.b {\n    exports a.b;\n}\n");
        Files.createDirectories(sources.resolve("a/b/hidden"));
        Files.writeString(sources.resolve("a/b/Shape.java"), SOURCE);
        Files.writeString(sources.resolve("a/b/hidden/Public.java"), "package a.b.hidden; public class Public {}");
        String classes = folder.resolve("classes").toString();
        run(
                "javac",
                "-d",
                classes,
                sources + "/module-info.java",
                sources + "/a/b/Shape.java",
                sources + "/a/b/hidden/Public.java");
        Path jar = folder.resolve("a.jar");
        run("jar", "--create", "--file", jar.toString(), "-C", classes, ".");
        ModuleDescriptor descriptor =
                ModuleFinder.of(jar).find("a.b").orElseThrow().descriptor();
        module = new ReactorModule(jar, descriptor, ModuleSource.read(folder, "cco-api/a"));
        texts = CommittedTexts.of(folder.resolve("docs"), new Pages(List.of(module), List.of(), false));
    }

    private static void run(String tool, String... arguments) {
        assertEquals(0, ToolProvider.findFirst(tool).orElseThrow().run(System.out, System.err, arguments));
    }

    private Path file(String name) {
        return folder.resolve("docs").resolve(name);
    }

    @Test
    void writtenTexts_areNotStale() throws IOException {
        assertTrue(texts.stale().contains(file("MODULES.md")), "a missing page is stale");
        texts.write();
        assertEquals(Set.of(), texts.stale());
    }

    @Test
    void aChangedPage_isStale() throws IOException {
        texts.write();
        Files.writeString(file("modules/a.b.md"), "\n", StandardOpenOption.APPEND);
        assertEquals(Set.of(file("modules/a.b.md")), texts.stale());
    }

    @Test
    void textsOfARemovedModule_areDeleted() throws IOException {
        texts.write();
        Files.writeString(file("golden/gone.txt"), "gone\n");
        Files.writeString(file("modules/gone.md"), "gone\n");
        assertEquals(Set.of(file("golden/gone.txt"), file("modules/gone.md")), texts.stale());
        texts.write();
        assertEquals(Set.of(), texts.stale());
    }

    @Test
    void signatures_coverPublicAndProtectedMembers() throws IOException {
        assertEquals("""
                public interface a.b.Shape<T extends java.lang.Comparable<T>> {
                  permits a.b.Shape$Square
                  public static final int SIDES = 4;
                  public default void draw();
                  public abstract <X extends java.io.IOException> java.util.List<? super T> sides(T[]) throws X, \
                java.lang.InterruptedException;
                }

                public class a.b.Shape$Nested {
                  public a.b.Shape$Nested();
                }

                public final class a.b.Shape$Square<T extends java.lang.Comparable<T>> extends java.lang.Record \
                implements a.b.Shape<T> {
                  public a.b.Shape$Square();
                  public final boolean equals(java.lang.Object);
                  public final int hashCode();
                  public <X extends java.io.IOException> java.util.List<? super T> sides(T[]);
                  public final java.lang.String toString();
                }
                """, ApiText.of(module));
    }
}
