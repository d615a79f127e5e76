package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code cco update --all} with several apps. */
class UpdateAllIT {

    @TempDir
    Path folder;

    private Machine machine;
    private Publisher one;
    private Publisher two;

    @BeforeEach
    void installThreeApps() throws IOException {
        machine = new Machine(folder.resolve("machine"));
        one = install("one");
        two = install("two");
        install("three");
    }

    private Publisher install(String name) throws IOException {
        Publisher publisher = new Publisher(folder.resolve("publisher of " + name), name).release("1.0.0");
        machine.install(name, List.of(publisher.repository()));
        return publisher;
    }

    @Test
    void updateAll_printsLinePerAppAndContinuesAfterFailure() throws IOException {
        machine.cco("update", "--all", "--check").exits(0);
        one.release("1.1.0");
        two.release("1.1.0");
        Run check = machine.cco("update", "--all", "--check").exits(100);
        assertEquals(
                List.of(
                        "one 1.1.0 is available (installed: 1.0.0)",
                        "three 1.0.0 is up to date",
                        "two 1.1.0 is available (installed: 1.0.0)"),
                check.out().lines().toList());
        Files.writeString(one.archive("1.1.0"), "x".repeat((int) Files.size(one.archive("1.1.0"))));
        Run update = machine.cco("update", "--all", "--yes").exits(4).complains("cco: error: one: ");
        assertEquals(
                List.of("three 1.0.0 is up to date", "updated two from 1.0.0 to 1.1.0"),
                update.out().lines().toList());
        machine.installed("one").exits(0).prints("hello from 1.0.0");
        machine.installed("two").exits(0).prints("hello from 1.1.0");
    }

    @Test
    void repeatedCheck_doesNotWaitForTheDisk() throws IOException {
        List<String> check = List.of(InstalledCco.program().toString(), "update", "--all", "--check");
        machine.run(check).exits(0);
        Map<String, Integer> calls =
                new Strace(machine, folder.resolve("trace")).count(List.of("rename", "fsync"), check);
        assertEquals(Map.of("rename", 3), calls);
    }

    @Test
    void listOutdated_listsOnlyAppsWithAnUpdate() throws IOException {
        machine.cco("list", "--outdated").exits(0).complains("all apps are up to date");
        two.release("1.1.0", "--breaking");
        Run run = machine.cco("list", "--outdated").exits(0).prints("breaking: read the release notes");
        assertEquals(
                List.of("APP", "two"),
                run.out().lines().map(line -> line.split(" ")[0]).toList());
    }

    @Test
    void updateAll_exitsWithWorstCode() throws IOException {
        one.release("1.1.0");
        Files.delete(two.repository().resolve("version-manifest.json"));
        Run run = machine.cco("update", "--all", "--check", "--json").exits(3);
        assertEquals(
                List.of("two"),
                run.events().stream()
                        .filter(event -> event.get("event").getAsString().equals("error"))
                        .map(event -> event.get("app").getAsString())
                        .toList());
        machine.cco("update", "one", "--all").exits(2).complains("APP cannot be used with --all");
    }
}
