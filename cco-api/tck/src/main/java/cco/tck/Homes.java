package cco.tck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** An app's home folder with two complete versions. */
final class Homes {

    static final String OLD = "1.0.0";
    static final String NEW = "2.0.0";
    static final String PROGRAM = "hello";

    private Homes() {}

    static Path make(Path temporary) throws IOException {
        Path home = temporary.resolve("home with blanks");
        for (String version : List.of(OLD, NEW)) {
            Path folder = Files.createDirectories(home.resolve("versions").resolve(version));
            Files.writeString(folder.resolve(PROGRAM), version);
        }
        return home;
    }

    /** Every file of the versions, with its time and content. */
    static List<String> versions(Path home) throws IOException {
        List<String> seen = new ArrayList<>();
        try (Stream<Path> files = Files.walk(home.resolve("versions"))) {
            for (Path file : files.sorted().toList()) {
                boolean text = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
                seen.add(file + " " + Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS) + " "
                        + (text ? Files.readString(file) : ""));
            }
        }
        return seen;
    }

    /** The names in a folder. */
    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
