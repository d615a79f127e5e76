package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cco.e2e.InstalledCco.Cco;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Archives that the real tar and zip make when they are asked for something bad, in a repository whose manifest vouches
 * for them: they are refused, and nothing outside the staging folder is touched.
 */
@ExtendWith(InstalledCco.class)
class HostileArchivesIT {

    @TempDir
    static Path folder;

    private static Path repository;
    private static Installation hello;
    private static Path victim;
    private static Litter outside;

    @BeforeAll
    static void aVersionIsInstalled_andAVictimStandsBeside(Cco cco) throws IOException {
        Publisher publisher = new Publisher(folder.resolve("publisher"), "hello").release("1.0.0");
        repository = publisher.repository();
        hello = new Installation(folder, cco, repository);
        Path build = publisher.build("1.1.0");
        Files.move(build, Files.createDirectories(folder.resolve("work")).resolve("hello-1"));
        victim = Files.createDirectories(folder.resolve("victim"));
        Files.writeString(victim.resolve("file"), "must stay as it is");
        outside = Litter.before(victim);
    }

    /** Each script runs in a folder with a good build in {@code hello-1}; it makes {@code $out}. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        '..'                | tar czPf $out hello-1 --transform 's,^hello-1/share,hello-1/../../../../victim,'
        absolute            | cp -r hello-1 $victim.new; tar czPf $out hello-1 $victim.new; rm -r $victim.new
        top-level folder    | mkdir other; echo x >other/file; tar czf $out hello-1 other
        target is absolute  | rm -r hello-1/share; ln -s $victim hello-1/share; tar czf $out hello-1
        outside the archive | ln -s ../../../../../victim hello-1/link; tar czf $out hello-1
        symbolic link       | ln -s . hello-1/x; tar cf a hello-1; tar rf a --transform s,share,x, hello-1/share/*; gzip <a >$out
        hard link           | ln hello-1/hello hello-1/again; tar czf $out hello-1
        hard link           | ln hello-1/hello hello-1/again; tar czPf $out hello-1 --transform "s,.*/hello$,$victim/file,RS"
        device or a pipe    | tar czf $out hello-1 -C /dev null --transform 's,^null,hello-1/null,'
        device or a pipe    | mkfifo hello-1/pipe; tar czf $out hello-1
        setuid              | chmod 4755 hello-1/hello; tar czf $out hello-1
        sticky              | chmod 1777 hello-1/share; tar czf $out hello-1
        two entries         | tar cf a hello-1; tar rf a hello-1/hello; gzip <a >$out
        only in case        | touch hello-1/HELLO; tar czf $out hello-1
        sparse              | truncate -s 1M hello-1/hole; tar czSf $out hello-1
        far more bytes      | head -c 64M /dev/zero >hello-1/zeros; tar czf $out hello-1
        checksums.sha256    | echo x >hello-1/x; (cd hello-1; sha256sum hello share/* >checksums.sha256); tar czf $out hello-1
        checksums.sha256    | (cd hello-1; sha256sum hello share/* >checksums.sha256; echo x >>hello); tar czf $out hello-1
        behind its end      | tar cf a hello-1; echo x >>a; gzip <a >$out
        ends too early      | tar cf a hello-1; head -c 1500 a >b; gzip <b >$out
        damaged             | tar czf a hello-1; head -c 200 a >$out
        damaged             | tar cf $out hello-1
        executable file     | chmod 644 hello-1/hello; tar czf $out hello-1
        executable file     | mv hello-1/hello hello-1/goodbye; tar czf $out hello-1
        """)
    void aTarFile_isRefused(String reason, String script) throws IOException {
        refuses(reason, script, "archive.tar.gz");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        symbolic link    | ln -s $victim/file hello-1/link; zip -qry $out hello-1
        '..'             | cp $victim/file hello-1/aaaa; zip -qr $out hello-1; sed -i 's,hello-1/aaaa,../../../xxx,g' $out
        encrypted        | zip -qr -P secret $out hello-1
        top-level folder | mkdir other; echo x >other/file; zip -qr $out hello-1 other
        central directory | tar czf $out hello-1
        """)
    void aZipFile_isRefused(String reason, String script) throws IOException {
        refuses(reason, script, "archive.zip");
    }

    private static void refuses(String reason, String script, String name) throws IOException {
        Path work = Files.createTempDirectory(folder, "work");
        Path archive = Files.createDirectories(repository.resolve("v1.1.0")).resolve(name);
        Files.deleteIfExists(archive);
        String head = "set -e; cd '%s'; cp -r ../work/hello-1 .; out='%s'; victim='%s'\n"
                .formatted(work, archive, victim);
        hello.machine().run(List.of("sh", "-c", head + script)).exits(0);
        new Repository(repository).offer("1.1.0", "v1.1.0/" + name);
        Run run = hello.update().exits(4).complains(name).complains(reason).complains("hint:");
        assertEquals("", run.out());
        hello.isUntouched();
        outside.requireNone();
    }
}
