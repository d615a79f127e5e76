package cco.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.api.PlatformInstaller;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract finds the faults of bad installers, and none in a good one. */
class PlatformInstallerContractTest {

    /** Keeps the current version's name in a file, which it replaces by a rename. */
    private static class Good implements PlatformInstaller {

        @Override
        public String id() {
            return "acme";
        }

        @Override
        public boolean supports(String osName) {
            return osName.equals("Plan 9");
        }

        @Override
        public Optional<String> current(Path home) throws IOException {
            Path pointer = home.resolve("current");
            return Files.exists(pointer) ? Optional.of(Files.readString(pointer)) : Optional.empty();
        }

        @Override
        public void activate(Path home, String version) throws IOException {
            if (!home.resolve("versions")
                            .resolve(version)
                            .normalize()
                            .getParent()
                            .equals(home.resolve("versions"))
                    || !Files.isDirectory(home.resolve("versions").resolve(version))
                    || version.contains("/")) {
                throw new IOException("no version: " + version);
            }
            Path next = Files.writeString(home.resolve("next"), version);
            Files.move(next, home.resolve("current"), StandardCopyOption.ATOMIC_MOVE);
        }

        @Override
        public Path expose(Path home, String executable, Path bin, String command) throws IOException {
            String script = home.resolve("current") + " " + executable;
            Path file = Files.createDirectories(bin).resolve(command);
            if (Files.exists(file) && !Files.readString(file).equals(script)) {
                throw new FileAlreadyExistsException(file.toString());
            }
            return Files.writeString(file, script);
        }
    }

    private static Set<String> failures(PlatformInstaller installer, Path temporary) throws Exception {
        Set<String> failures = Failures.of(
                new PlatformInstallerContract() {
                    @Override
                    protected PlatformInstaller installer() {
                        return installer;
                    }

                    @Override
                    protected List<String> systems() {
                        return List.of("Plan 9");
                    }
                },
                temporary);
        assertTrue(failures.remove("installer_isFoundAsAService"), "it is not registered as a service");
        return failures;
    }

    @Test
    void goodInstaller_passes(@TempDir Path temporary) throws Exception {
        assertEquals(Set.of(), failures(new Good(), temporary));
    }

    @Test
    void gapBetweenVersions_isFound(@TempDir Path temporary) throws Exception {
        assertEquals(
                Set.of("activation_isAtomic"),
                failures(
                        new Good() {
                            @Override
                            public void activate(Path home, String version) throws IOException {
                                boolean known = List.of(Homes.OLD, Homes.NEW).contains(version);
                                if (known) {
                                    Files.deleteIfExists(home.resolve("current"));
                                }
                                super.activate(home, version);
                            }
                        },
                        temporary));
    }

    @Test
    void changedVersion_isFound(@TempDir Path temporary) throws Exception {
        assertEquals(
                Set.of("versions_areNeverTouched"),
                failures(
                        new Good() {
                            @Override
                            public void activate(Path home, String version) throws IOException {
                                super.activate(home, version);
                                Files.writeString(
                                        home.resolve("versions")
                                                .resolve(version)
                                                .resolve("active"),
                                        "yes");
                            }
                        },
                        temporary));
    }

    @Test
    void missingVersion_andForeignFile_areFound(@TempDir Path temporary) throws Exception {
        assertEquals(
                Set.of("missingVersion_isNotActivated", "foreignFile_isKept"),
                failures(
                        new Good() {
                            @Override
                            public void activate(Path home, String version) throws IOException {
                                Files.writeString(home.resolve("next"), version);
                                Files.move(
                                        home.resolve("next"), home.resolve("current"), StandardCopyOption.ATOMIC_MOVE);
                            }

                            @Override
                            public Path expose(Path home, String executable, Path bin, String command)
                                    throws IOException {
                                return Files.writeString(
                                        Files.createDirectories(bin).resolve(command), executable);
                            }
                        },
                        temporary));
    }

    @Test
    void leftovers_areFound(@TempDir Path temporary) throws Exception {
        assertEquals(
                Set.of("activation_isRepeatable_andLeavesNoFiles"),
                failures(
                        new Good() {
                            @Override
                            public void activate(Path home, String version) throws IOException {
                                super.activate(home, version);
                                Files.writeString(home.resolve("was-" + version), "");
                            }
                        },
                        temporary));
    }
}
