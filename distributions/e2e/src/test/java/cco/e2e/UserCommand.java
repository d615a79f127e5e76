package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** The commands of a user that change the disk. */
enum UserCommand {
    INSTALL {
        @Override
        SweptCommand prepare(Path folder) throws IOException {
            Machine machine = machine(folder);
            Path repository = SignedReleases.in(folder).release("1.0.0").repository();
            String root = repository + "/metadata/1.root.json";
            return new SweptUserCommand(
                    machine, folder, "install", "hello", "--from", repository.toString(), "--root", root) {
                @Override
                public void requireUsable() throws IOException {
                    super.requireUsable();
                    if (machine.cco("list").exits(0).out().contains("hello")
                            || !version().equals(NONE)) {
                        machine.cco("update", "hello", "--check").exits(0);
                    }
                }
            };
        }
    },

    UPDATE {
        @Override
        SweptCommand prepare(Path folder) throws IOException {
            Publisher publisher = publisher(folder).release("1.0.0");
            Machine machine = machine(folder);
            machine.install("hello", List.of(publisher.repository()));
            publisher.release("1.1.0");
            return new SweptUserCommand(machine, folder, "update", "hello", "--yes");
        }
    },

    UPDATE_BY_DELTA {
        @Override
        SweptCommand prepare(Path folder) throws IOException {
            Publisher publisher = publisher(folder);
            byte[] data = new byte[100_000];
            new Random(3).nextBytes(data);
            addWithData(publisher, "1.0.0", data);
            Machine machine = machine(folder);
            machine.install("hello", List.of(publisher.repository()));
            data[70_000]++;
            addWithData(publisher, "1.1.0", data);
            String repository = publisher.repository().toString();
            machine(folder.resolve("publisher's machine"))
                    .cco("release", "delta", "1.1.0", "--repository", repository)
                    .exits(0);
            Files.delete(publisher.archive("1.1.0"));
            return new SweptUserCommand(machine, folder, "update", "hello", "--yes");
        }
    },

    UPDATE_THAT_DOES_NOT_WORK {
        @Override
        SweptCommand prepare(Path folder) throws IOException {
            Publisher publisher = publisher(folder).release("1.0.0");
            Machine machine = machine(folder);
            machine.install("hello", List.of(publisher.repository()));
            Path build = publisher.build("1.1.0");
            String script = Files.readString(build.resolve("hello"));
            Files.writeString(
                    build.resolve("hello"),
                    script.replace("#!/bin/sh\n", "#!/bin/sh\n[ \"$1\" != selftest ] || exit 3\n"));
            publisher.add("1.1.0", build, "--health", "selftest");
            return new SweptUserCommand(machine, folder, "update", "hello", "--yes") {
                @Override
                Set<String> versions() {
                    return Set.of("1.0.0", "1.1.0");
                }

                @Override
                public void requireTrueReport(Run run) throws IOException {
                    tolerateDownloads();
                    assertFalse(FOREIGN.matcher(run.out() + run.err()).find(), run::toString);
                    assertTrue(List.of(5, 9).contains(run.exit()), run::toString);
                    run.complains("cco: error: ").complains("cco: hint: ");
                    assertEquals(run.err().contains("cannot go back"), version().equals("1.1.0"), run::toString);
                }

                /** It goes back again, or has learned that the version does not work. */
                @Override
                Run repeat() throws IOException {
                    Run run = command().repeat();
                    return run.exit() == 0 ? run.prints("it did not work on this machine") : run.exits(5);
                }
            };
        }
    },

    ROLLBACK {
        @Override
        SweptCommand prepare(Path folder) throws IOException {
            Machine machine = machineWithTwoVersions(folder);
            Path journal = machine.home().resolve("state/apps/hello/journal.json");
            return new SweptUserCommand(machine, folder, "update", "hello", "--rollback") {
                /** Once it is done, a second rollback would go forward. */
                @Override
                Run repeat() throws IOException {
                    if (!Files.exists(journal.resolveSibling("hold.json")) && !Files.exists(journal)) {
                        // A note has asked for it, unless nothing has changed.
                        return version().equals("1.0.0")
                                ? machine.cco("hold", "hello").exits(0)
                                : command().repeat().exits(0);
                    }
                    boolean done = version().equals("1.0.0") && !Files.exists(journal);
                    return done
                            ? machine.cco("update", "hello", "--yes").exits(0).prints("1.0.0")
                            : command().repeat().exits(0);
                }
            };
        }
    },

    REPAIR_OF_THE_CURRENT_VERSION {
        @Override
        SweptCommand prepare(Path folder) throws IOException {
            return repair(folder, "1.1.0");
        }
    },

    REPAIR_OF_A_KEPT_VERSION {
        @Override
        SweptCommand prepare(Path folder) throws IOException {
            return repair(folder, "1.0.0");
        }
    },

    UNINSTALL {
        @Override
        SweptCommand prepare(Path folder) throws IOException {
            Machine machine = machineWithTwoVersions(folder);
            return new SweptUserCommand(machine, folder, "uninstall", "hello", "--yes") {
                /** The command goes first. */
                @Override
                boolean isUnchanged(String version) {
                    return true;
                }

                @Override
                Run repeat() throws IOException {
                    Run run = command().repeat();
                    return run.exit() == 0 ? run : run.exits(7).complains("not installed");
                }
            };
        }
    },

    CHECK {
        @Override
        SweptCommand prepare(Path folder) throws IOException {
            Machine machine = machine(folder);
            SignedReleases releases = SignedReleases.in(folder).release("1.0.0");
            String repository = releases.repository().toString();
            machine.cco("install", "hello", "--from", repository, "--root", repository + "/metadata/1.root.json")
                    .exits(0);
            releases.release("1.1.0");
            return new SweptUserCommand(machine, folder, "update", "hello", "--check");
        }
    };

    /** Prepares a machine, and runs the command once without faults. */
    abstract SweptCommand prepare(Path folder) throws IOException;

    private static Machine machine(Path folder) throws IOException {
        return new Machine(folder.resolve("machine"));
    }

    private static Publisher publisher(Path folder) throws IOException {
        return new Publisher(folder.resolve("publisher"), "hello");
    }

    private static void addWithData(Publisher publisher, String version, byte[] data) throws IOException {
        Path build = publisher.build(version);
        Files.write(build.resolve("data"), data);
        publisher.add(version, build);
    }

    private static Machine machineWithTwoVersions(Path folder) throws IOException {
        Publisher publisher = publisher(folder).release("1.0.0");
        Machine machine = machine(folder);
        machine.install("hello", List.of(publisher.repository()));
        publisher.release("1.1.0");
        machine.cco("update", "hello", "--yes").exits(0);
        return machine;
    }

    private static SweptCommand repair(Path folder, String version) throws IOException {
        Machine machine = machineWithTwoVersions(folder);
        Path data = machine.app("hello").resolve("versions/" + version + "/share/notes of " + version + ".txt");
        Files.delete(data);
        Files.writeString(data, "damaged");
        return new SweptUserCommand(machine, folder, "doctor", "hello", "--repair") {
            /** It reports what it finds after the repair. */
            @Override
            public void requireTrueReport(Run run) throws IOException {
                tolerateDownloads();
                assertFalse(FOREIGN.matcher(run.out() + run.err()).find(), run::toString);
                boolean error = run.err().contains("cco: error: ") && run.err().contains("cco: hint: ");
                boolean problem = run.out().startsWith("problem  ");
                assertTrue(run.exit() == 0 || run.exit() == 5 && (error || problem), run::toString);
            }
        };
    }
}
