package cco.core.install;

import static cco.core.install.TestHome.ONE;
import static cco.core.install.TestHome.TWO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.error.InstallException;
import cco.core.error.NotManagedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiptFileTest {

    @TempDir
    private Path root;

    private TestHome app;

    @BeforeEach
    void app() {
        app = new TestHome(root);
    }

    @Test
    void receipt_isReadAsWritten() throws Exception {
        app.install(ONE);
        Receipt receipt = app.install(TWO);
        assertEquals(receipt, app.receipt());
        assertEquals(Optional.of(ONE), receipt.previous());
        assertEquals(TestHome.MIRROR, receipt.provenance());
        assertEquals("fake", receipt.installer());
        assertEquals("hello", receipt.programs().executable());
        assertEquals(TestHome.NOW, receipt.find(TWO).orElseThrow().date());
        assertEquals(Optional.of(app.command), receipt.command());
    }

    @Test
    void unknownMembers_surviveAnUpdate() throws Exception {
        app.install(ONE);
        replace("\"app\"", "\"color\": {\"deep\": [1, 0.5, true, null]},\n  \"app\"");
        app.install(TWO);
        String text = Files.readString(app.home.receipt()).replaceAll("\\s", "");
        assertTrue(text.contains("\"color\":{\"deep\":[1,0.5,true,null]}"), text);
    }

    @Test
    void linkThatLeadsNowhere_isADamagedReceipt() throws Exception {
        app.install(ONE);
        Files.delete(app.home.receipt());
        Files.createSymbolicLink(app.home.receipt(), Path.of("nowhere"));
        InstallException refused = assertThrows(InstallException.class, app::receipt);
        assertEquals(
                "cannot read the receipt " + app.home.receipt() + ": it is a link to a file that does not exist",
                refused.getMessage());
        assertTrue(refused.hint().contains("remove the file and install hello again"), refused.hint());
        assertTrue(app.home.hasReceipt());
    }

    @Test
    void appWithoutReceipt_isNotManaged() throws Exception {
        assertEquals(Optional.empty(), new ReceiptFile(app.home).read());
        NotManagedException refused = assertThrows(NotManagedException.class, app::receipt);
        assertTrue(refused.getMessage().startsWith("hello is not installed"), refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"schema\": 1 | \"schema\": 2 | newer cco",
                "\"current\": \"1.0.0\" | \"current\": \"3.0.0\" | installed: expected the current version",
                "\"current\": \"1.0.0\" | \"current\": \"../x\" | current: expected a version",
                "\"app\": \"hello\" | \"app\": \"cco\" | app: expected hello",
                "\"date\" | \"dale\" | date: expected",
                "\"channel\": \"stable\" | \"channel\": \"\" | channel: expected",
                "\"trust\" | \"source\" | repeated name",
                "\"outside\": [ | \"outside\": [[ | not valid JSON"
            })
    void receiptThatCannotBeUnderstood_isRefusedWithItsPlace(String from, String to, String reason) throws Exception {
        app.install(ONE);
        replace(from, to);
        InstallException refused = assertThrows(InstallException.class, () -> new ReceiptFile(app.home).read());
        assertTrue(refused.getMessage().contains(app.home.receipt().toString()), refused.getMessage());
        assertTrue(refused.getMessage().contains(reason), refused.getMessage());
        assertTrue(refused.hint().contains("remove the file"), refused.hint());
    }

    private void replace(String from, String to) throws Exception {
        String text = Files.readString(app.home.receipt());
        assertTrue(text.contains(from), text);
        Files.writeString(app.home.receipt(), text.replace(from, to));
    }
}
