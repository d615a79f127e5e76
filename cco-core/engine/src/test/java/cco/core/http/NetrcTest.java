package cco.core.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.PasswordAuthentication;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The netrc format, as ftp and curl read it. */
class NetrcTest {

    private static Optional<String> login(String netrc, String host) {
        return Netrc.parse(netrc).login(host).map(NetrcTest::text);
    }

    private static String text(PasswordAuthentication login) {
        return login.getUserName() + ":" + new String(login.getPassword());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "machine mirror.test login me password secret",
                "machine mirror.test\n\tlogin me\r\n\tpassword secret\r\n",
                "machine other login x password y\nmachine MIRROR.test login me account z password secret",
                "# machine mirror.test login no password no\nmachine mirror.test login \"me\" password \"secret\"",
                "machine mirror.test login me password secret machine mirror.test login second password x",
                "macdef init\nmachine mirror.test login x password x\n\nmachine mirror.test login me password secret",
                "default login any password any\nmachine mirror.test login me password secret"
            })
    void entryOfTheHost_isFound(String netrc) {
        assertEquals(Optional.of("me:secret"), login(netrc, "mirror.test"));
    }

    @Test
    void quotedPassword_mayHaveBlanksAndEscapes() {
        assertEquals(
                Optional.of("me:a \"b\" #c\\"),
                login("machine mirror.test login me password \"a \\\"b\\\" #c\\\\\"", "mirror.test"));
    }

    @Test
    void passwordWithAHash_isNotAComment() {
        assertEquals(Optional.of("me:#1x"), login("machine mirror.test login me password #1x", "mirror.test"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "machine",
                "machine mirror.test",
                "machine mirror.test password x",
                "machine other.test login me password x",
                "machine mirror.test.evil login me password x",
                "default login any password any",
                "macdef init\nmachine mirror.test login me password x"
            })
    void otherEntries_areNotSent(String netrc) {
        assertEquals(Optional.empty(), login(netrc, "mirror.test"));
    }

    @Test
    void missingFile_hasNoLogins(@TempDir Path folder) {
        assertEquals(Optional.empty(), Netrc.read(folder.resolve("netrc")).login("mirror.test"));
        assertEquals(Optional.empty(), Netrc.read(folder).login("mirror.test"));
    }
}
