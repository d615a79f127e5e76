package cco.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cco.cli.console.Screen;
import cco.core.json.JsonException;
import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.Version;
import cco.core.update.InstalledApp;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AppListTest {

    private static final AppName APP = new AppName("hello");
    private static final Version V09 = Version.of("0.9.0");
    private static final Version V10 = Version.of("1.0.0");
    private static final InstalledApp INSTALLED = new InstalledApp(
            APP,
            V10,
            Optional.of(V09),
            List.of(V09, V10),
            Channel.STABLE,
            "mirror",
            "sha256",
            List.of("hello"),
            Optional.empty(),
            List.of());

    @Test
    void row_showsSourceAndTrust() throws JsonException {
        Screen people = new Screen();
        AppList.show(people.text(), List.of(INSTALLED));
        assertEquals("""
                APP    VERSION  CHANNEL  SOURCE  TRUST
                hello  1.0.0    stable   mirror  sha256
                """, people.out());
        Screen machine = new Screen();
        AppList.show(machine.json(), List.of(INSTALLED));
        assertEquals(List.of("0.9.0", "1.0.0"), machine.events().getFirst().texts("versions"));
        assertEquals("0.9.0", machine.events().getFirst().text("previous"));
    }

    @Test
    void otherCommands_getAColumn() throws JsonException {
        InstalledApp renamed = new InstalledApp(
                APP,
                V10,
                Optional.empty(),
                List.of(V10),
                Channel.STABLE,
                "mirror",
                "sha256",
                List.of("hi", "hello-admin"),
                Optional.empty(),
                List.of());
        Screen people = new Screen();
        AppList.show(people.text(), List.of(INSTALLED, renamed));
        assertEquals("""
                APP    VERSION  CHANNEL  SOURCE  TRUST   COMMANDS
                hello  1.0.0    stable   mirror  sha256  hello
                hello  1.0.0    stable   mirror  sha256  hi, hello-admin
                """, people.out());
        Screen machine = new Screen();
        AppList.show(machine.json(), List.of(renamed));
        assertEquals(List.of("hi", "hello-admin"), machine.events().getFirst().texts("commands"));
    }

    @Test
    void emptyList_isANote() {
        Screen screen = new Screen();
        AppList.show(screen.text(), List.of());
        assertEquals("", screen.out());
        assertEquals("cco: note: no apps are installed\n", screen.err());
    }
}
