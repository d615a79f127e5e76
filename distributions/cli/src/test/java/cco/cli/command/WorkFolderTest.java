package cco.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFolderTest {

    @TempDir
    private Path cache;

    @Test
    void folderOfKilledCommand_isRemovedAfterADay() throws Exception {
        Path killed = Files.createDirectories(cache.resolve("publish-1/packed")).getParent();
        Files.writeString(killed.resolve("packed/hello.tar.gz"), "half");
        Path running = Files.createDirectory(cache.resolve("publish-2"));
        Path blobs = Files.createDirectory(cache.resolve("blobs"));
        for (Path old : List.of(killed, blobs)) {
            Files.setLastModifiedTime(
                    old,
                    FileTime.from(Files.getLastModifiedTime(running).toInstant().minus(Duration.ofDays(2))));
        }
        WorkFolder.in(cache, _ -> "done");
        try (Stream<Path> left = Files.list(cache)) {
            assertEquals(List.of(blobs, running), left.sorted().toList());
        }
    }
}
