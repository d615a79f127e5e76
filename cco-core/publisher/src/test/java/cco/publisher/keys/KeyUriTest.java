package cco.publisher.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cco.core.error.UsageException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyUriTest {

    private static final Path BASE = Path.of("/keys");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:/keys/root.pem",
                "env:CCO_KEY",
                "exec:sign --key 7",
                "pkcs11:object=cco?module-path=/lib/p11.so&pin-source=env:PIN"
            })
    void everyForm_isPrintedAsWritten(String text) throws UsageException {
        assertEquals(text, KeyUri.parse(text, BASE).toString());
    }

    @Test
    void relativePath_startsAtTheBase() throws UsageException {
        assertEquals(new KeyUri.InFile(Path.of("/keys/root.pem")), KeyUri.parse("file:x/../root.pem", BASE));
    }

    @Test
    void command_isSplitAtBlanks() throws UsageException {
        assertEquals(new KeyUri.ByCommand(List.of("sign", "-k", "7")), KeyUri.parse("exec: sign  -k 7 ", BASE));
    }

    @Test
    void tokenKey_isNamedByRfc7512() throws UsageException {
        String text = "pkcs11:slot-id=12;object=my%20key;type=private?pin-source=file:/a+b&module-path=/lib/p11.so";
        TokenUri uri = ((KeyUri.OnToken) KeyUri.parse(text, BASE)).uri();
        assertEquals(new TokenUri(text, "/lib/p11.so", Optional.of(12L), "my key", "file:/a+b"), uri);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "root.pem",
                "file:",
                "http://x",
                "env:A B",
                "env:",
                "exec: ",
                "pkcs11:object=a",
                "pkcs11:object=a?module-path=/l",
                "pkcs11:object=a;object=b?module-path=/l&pin-source=env:P",
                "pkcs11:object=a;slot-id=x?module-path=/l&pin-source=env:P",
                "pkcs11:object=%zz?module-path=/l&pin-source=env:P",
                "pkcs11:object?module-path=/l&pin-source=env:P",
                "pkcs11:object=a?module-path=/l%0Aslot=1&pin-source=env:P"
            })
    void otherForm_isRefused(String text) {
        assertThrows(UsageException.class, () -> KeyUri.parse(text, BASE));
    }

    @Test
    void pinInTheUri_isRefusedAndNotPrinted() {
        String text = "pkcs11:object=a?module-path=/l&pin-value=1234";
        UsageException refusal = assertThrows(UsageException.class, () -> KeyUri.parse(text, BASE));
        assertFalse(refusal.getMessage().contains("1234"));
    }
}
