package cco.core.install;

import static cco.core.install.TestHome.NOW;
import static cco.core.install.TestHome.ONE;
import static cco.core.install.TestHome.TWO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.model.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of an app that has hello and extra, and of its next version. */
class CommandLinksTest {

    @TempDir
    private Path root;

    private TestHome app;
    private CommandLinks links;
    private Receipt before;

    @BeforeEach
    void oneIsCurrent() throws Exception {
        app = new TestHome(root);
        before = app.installWithCommands(ONE, "extra");
        links = new CommandLinks(app.home, app.installer, app);
    }

    private Receipt next(Map<String, String> commands) {
        Programs programs = Programs.of("hello", commands);
        return before.with(new InstalledVersion(TWO, NOW, programs, Optional.empty(), Optional.empty()))
                .switchedTo(TWO);
    }

    private String target(String command) throws IOException {
        return Files.readString(app.command.bin().resolve(command));
    }

    private CommandChanges changes(Receipt next, boolean expose, boolean runs) {
        Journal.Entry.Activating plan =
                new Journal.Entry.Activating(next, expose, Optional.of(before), Optional.empty());
        return CommandChanges.of(plan, Optional.of(before), runs, links);
    }

    private static List<String> names(List<ProgramLink> links) {
        return links.stream().map(link -> link.command().name()).toList();
    }

    @Test
    void undo_removesWhatTheSwitchHasCreated() throws Exception {
        Receipt planned = next(Map.of("extra", "hello", "more", "hello"));
        links.expose(planned, planned.links());
        assertEquals(List.of("extra", "hello", "more"), app.commands());
        links.undo(planned, Optional.of(before));
        assertEquals(List.of("extra", "hello"), app.commands());
        assertEquals(List.of(), app.notices);
    }

    @Test
    void undo_startsTheFormerProgramAgain() throws Exception {
        String former = target("extra");
        Receipt planned = next(Map.of("extra", "lib/data"));
        links.bridge(planned, planned.links());
        links.undo(planned, Optional.of(before));
        assertEquals(former, target("extra"));
    }

    @Test
    void undo_keepsWhatTheReceiptHadBefore() throws Exception {
        Receipt planned = next(Map.of("extra", "hello", "more", "hello"));
        Receipt recorded = before.withOutside(app.command.bin().resolve("more"));
        links.expose(planned, planned.links());
        links.undo(planned, Optional.of(recorded));
        assertEquals(List.of("extra", "hello", "more"), app.commands());
    }

    @Test
    void undoneFirstInstallation_leavesNoCommand() throws Exception {
        links.undo(before, Optional.empty());
        assertEquals(List.of(), app.commands());
    }

    @Test
    void undoThatFails_isANotice() throws Exception {
        Receipt planned = next(Map.of("extra", "lib/data"));
        app.installer.commandRefusal = new IOException("no space");
        links.undo(planned, Optional.of(before));
        assertEquals(1, app.notices.size());
        assertTrue(app.notices.getFirst().contains("extra"), app.notices.toString());
    }

    @Test
    void renewalThatFails_isANotice() {
        app.installer.commandRefusal = new IOException("no space");
        links.renew(before);
        assertEquals(2, app.notices.size());
    }

    @Test
    void changes_tellMovedCommandsFromKeptAndNewOnes() throws Exception {
        Receipt planned = next(Map.of("extra", "lib/data", "more", "hello"));
        CommandChanges plain = changes(planned, false, true);
        assertEquals(List.of(), names(plain.kept()), "nothing asks for them");
        assertEquals(List.of("extra"), names(plain.moved()));
        assertEquals(List.of("more"), names(plain.added()));
        CommandChanges all = changes(planned, true, true);
        assertEquals(List.of("hello"), names(all.kept()));
        assertEquals(List.of("extra"), names(all.moved()));
    }

    @Test
    void withoutAVersionThatRuns_allCommandsAreNew() throws Exception {
        Receipt planned = next(Map.of("extra", "lib/data"));
        CommandChanges changes = changes(planned, true, false);
        assertEquals(List.of("hello", "extra"), names(changes.added()));
        Files.delete(app.command.bin().resolve("extra"));
        assertEquals(List.of("extra"), names(changes(planned, true, true).added()));
    }
}
