package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Malicious and damaged archives, made by tar and zip and listed in the manifest with the right digest. They are
 * refused, and nothing outside the staging folder changes.
 */
class HostileArchivesIT {

    @TempDir
    static Path folder;

    private static Path repository;
    private static Installation hello;
    private static Path victim;
    private static HomeSnapshot outside;

    @BeforeAll
    static void installBesideVictim() throws IOException {
        Publisher publisher = new Publisher(folder.resolve("publisher"), "hello").release("1.0.0");
        repository = publisher.repository();
        hello = new Installation(folder, repository);
        Path build = publisher.build("1.1.0");
        Files.move(build, Files.createDirectories(folder.resolve("work")).resolve("h"));
        victim = Files.createDirectories(folder.resolve("victim"));
        Files.writeString(victim.resolve("file"), "must stay as it is");
        outside = HomeSnapshot.of(victim);
    }

    /** Each script runs beside a good build {@code h} and makes the archive {@code $out}. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        '..'              | tar czPf $out h --transform 's,^h/share,h/../../../../victim,'
        absolute          | cp -r h $victim.2; tar czPf $out h $victim.2; rm -r $victim.2
        top-level folder  | mkdir other; echo x >other/file; tar czf $out h other
        is absolute       | rm -r h/share; ln -s $victim h/share; tar czf $out h
        is outside        | ln -s ../../../../../victim h/link; tar czf $out h
        symbolic link     | ln -s . h/x; tar cf a h; tar rf a --transform s,share,x, h/share/*; gzip <a >$out
        hard link         | ln h/hello h/again; tar czf $out h
        hard link         | ln h/hello h/again; tar czPf $out h --transform "s,.*/hello$,$victim/file,RS"
        device or a pipe  | tar czf $out h -C /dev null --transform 's,^null,h/null,'
        device or a pipe  | mkfifo h/pipe; tar czf $out h
        setuid            | chmod 4755 h/hello; tar czf $out h
        sticky            | chmod 1777 h/share; tar czf $out h
        two entries       | tar cf a h; tar rf a h/hello; gzip <a >$out
        only in case      | touch h/HELLO; tar czf $out h
        sparse            | truncate -s 1M h/hole; tar czSf $out h
        far more bytes    | head -c 64M /dev/zero >h/zeros; tar czf $out h
        checksums.sha256  | echo x >h/x; (cd h; sha256sum hello share/* >checksums.sha256); tar czf $out h
        checksums.sha256  | (cd h; sha256sum hello share/* >checksums.sha256; echo x >>hello); tar czf $out h
        after its end     | tar cf a h; echo x >>a; gzip <a >$out
        ends too early    | tar cf a h; head -c 1500 a >b; gzip <b >$out
        damaged           | tar czf a h; head -c 200 a >$out
        damaged           | tar cf $out h
        executable file   | chmod 644 h/hello; tar czf $out h
        executable file   | mv h/hello h/goodbye; tar czf $out h
        """)
    void tarArchive_isRefused(String reason, String script) throws IOException {
        refuses(reason, script, "archive.tar.gz");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        symbolic link     | ln -s $victim/file h/link; zip -qry $out h
        '..'              | cp $victim/file h/aaaaaaaaaa; zip -qr $out h; sed -i 's,h/aaaaaaaaaa,../../../xxx,g' $out
        encrypted         | zip -qr -P secret $out h
        top-level folder  | mkdir other; echo x >other/file; zip -qr $out h other
        central directory | tar czf $out h
        """)
    void zipArchive_isRefused(String reason, String script) throws IOException {
        hello.machine().requires("zip");
        refuses(reason, script, "archive.zip");
    }

    private static void refuses(String reason, String script, String name) throws IOException {
        Path work = Files.createTempDirectory(folder, "work");
        Path archive = Files.createDirectories(repository.resolve("v1.1.0")).resolve(name);
        Files.deleteIfExists(archive);
        String head = "set -e; cd '%s'; cp -r ../work/h .; out='%s'; victim='%s'\n".formatted(work, archive, victim);
        hello.machine().run(List.of("sh", "-c", head + script)).exits(0);
        new Repository(repository).offer("1.1.0", "v1.1.0/" + name);
        Run run = hello.update().exits(4).complains(name).complains(reason).complains("hint:");
        assertEquals("", run.out());
        hello.isUntouched();
        outside.requireUnchanged();
    }
}
