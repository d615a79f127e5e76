package cco.core.update;

import static cco.core.background.EngineLab.HELLO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.background.EngineLab;
import cco.core.error.CcoException;
import cco.core.error.CheckedRunnable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every file that cco keeps, damaged in every way: a command works or says what is wrong, and the app stays. */
class DamagedStateTest {

    @TempDir
    private Path folder;

    private EngineLab lab;
    private Path home;

    /** What is in a file's place. */
    enum Damage {
        NOTHING {
            @Override
            void put(Path file) {}
        },
        EMPTY_FILE {
            @Override
            void put(Path file) throws IOException {
                Files.createFile(file);
            }
        },
        GARBAGE {
            @Override
            void put(Path file) throws IOException {
                Files.write(file, new byte[] {'{', '"', 0, (byte) 0xff, '\n'});
            }
        },
        FOLDER {
            @Override
            void put(Path file) throws IOException {
                Files.createDirectories(file.resolve("inside"));
            }
        },
        DANGLING_LINK {
            @Override
            void put(Path file) throws IOException {
                Files.createSymbolicLink(file, Path.of("nowhere"));
            }
        },
        LINK_TO_ITSELF {
            @Override
            void put(Path file) throws IOException {
                Files.createSymbolicLink(file, file);
            }
        };

        abstract void put(Path file) throws IOException;
    }

    @BeforeEach
    void installAndMakeEveryKindOfFile() throws CcoException, IOException {
        lab = new EngineLab(folder);
        home = folder.resolve("home");
        lab.publish("1.0.0");
        lab.install(HELLO);
        lab.publish("1.1.0");
        lab.update(Consent.ALWAYS);
        lab.publishBroken("1.2.0");
        attempt(() -> lab.update(Consent.ALWAYS));
        lab.updater(Optional.empty()).rollback(HELLO);
        lab.check(Instant.now());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("/versions/"))
                    .map(home::relativize)
                    .sorted()
                    .toList();
        }
    }

    @Test
    void installation_hasTheFilesThatAreDamagedHere() throws IOException {
        String all = files().toString();
        for (String name : List.of(
                "config.toml",
                "receipt.json",
                "memory.json",
                "schedule.toml",
                "hold",
                "quarantine",
                "history",
                "current")) {
            assertTrue(all.contains(name), name + " is not in " + all);
        }
    }

    @ParameterizedTest
    @EnumSource(Damage.class)
    void everyFile_canBeDamaged(Damage damage) throws IOException {
        Path pristine = folder.resolve("pristine");
        copy(home, pristine);
        for (Path file : files()) {
            Path damaged = home.resolve(file);
            Files.delete(damaged);
            damage.put(damaged);
            requireClearAnswers(damage + " " + file);
            delete(home);
            copy(pristine, home);
        }
    }

    private void requireClearAnswers(String damage) throws IOException {
        attempt(() -> lab.updater(Optional.empty()).installed());
        attempt(() -> lab.update(Consent.NEVER));
        attempt(() -> lab.doctor().examine(HELLO));
        attempt(() -> lab.doctor().repair(HELLO, false));
        attempt(() -> lab.update(Consent.ALWAYS));
        Path version = lab.home(HELLO).resolve("versions/1.0.0/hello");
        assertTrue(Files.isExecutable(version), damage + ": " + version + " is gone");
        assertEquals(List.of(), javaTexts(), damage);
    }

    private List<String> javaTexts() {
        return lab.notices.stream().filter(DamagedStateTest::isJava).toList();
    }

    private static boolean isJava(String text) {
        return text.contains("Exception") || text.contains("null") || text.contains("java.");
    }

    /** Lets a command fail only as commands fail: with a message and a hint for the user. */
    private static void attempt(CheckedRunnable<CcoException> command) {
        try {
            command.run();
        } catch (CcoException e) {
            assertFalse(isJava(e.getMessage()), e.getMessage());
            assertFalse(e.hint().isBlank(), e.getMessage());
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(file);
            }
        }
    }
}
