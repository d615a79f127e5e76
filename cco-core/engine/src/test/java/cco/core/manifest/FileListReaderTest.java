package cco.core.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.error.CcoException;
import cco.core.error.SourceException;
import cco.core.error.VerificationException;
import cco.core.model.AppName;
import cco.core.model.FileEntry;
import cco.core.model.Platform;
import cco.core.model.RepositoryFile;
import cco.core.model.Sha256;
import cco.core.model.UntrustedBytes;
import cco.core.model.Version;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileListReaderTest {

    private static final String LIST = """
            { "schema": 1, "app": "hello", "version": "1.2.0", "platform": "linux-x86_64",
              "executable": "bin/hello", "smoke_arguments": ["--version"], "newer": {},
              "files": [ { "path": "bin/hello", "size": 5, "mode": "0755", "sha256": "%s" },
                         { "path": "LIES \u00e9", "size": 0, "mode": "0644", "sha256": "%s" } ] }
            """.formatted("a".repeat(64), "b".repeat(64));

    @Test
    void promisedList_isRead() throws CcoException {
        FileList list = read(LIST, promise(LIST));
        assertEquals("bin/hello", list.programs().executable());
        assertEquals(List.of("--version"), list.smokeArguments());
        assertEquals(
                List.of(
                        new FileEntry("bin/hello", 5, true, new Sha256("a".repeat(64))),
                        new FileEntry("LIES \u00e9", 0, false, new Sha256("b".repeat(64)))),
                list.files());
    }

    @Test
    void furtherCommands_areRead_theOwnOneAside() throws CcoException {
        String list = with("{ \"hello\": \"bin/hello\", \"Hello-2.1\": \"bin/hello\" }");
        assertEquals(
                Map.of("Hello-2.1", "bin/hello"),
                read(list, promise(list)).programs().commands());
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            { "hello": "bin/x" }          | commands: expected bin/hello for hello
            { "../x": "bin/hello" }       | commands: expected names of commands
            { "-x": "bin/hello" }         | commands: expected names of commands
            { "": "bin/hello" }           | commands: expected names of commands
            { "x": "../../bin/sh" }       | commands: expected a path inside the archive
            { "x": "a", "X": "a" }        | commands: expected names of commands
            { "x": 1 }                    | commands.x: expected a string
            ["x"]                         | commands: expected an object
            """)
    void malformedCommands_areRefused(String commands, String message) {
        String list = with(commands);
        SourceException e = assertThrows(SourceException.class, () -> read(list, promise(list)));
        assertTrue(e.getMessage().contains(message), e.getMessage());
    }

    private static String with(String commands) {
        return LIST.replace("\"newer\": {}", "\"commands\": " + commands);
    }

    @Test
    void otherListThanPromised_isRefused_unread() {
        RepositoryFile promised = promise(LIST);
        assertThrows(VerificationException.class, () -> read(LIST.replace("bin/hello", "bin/hullo"), promised));
        assertThrows(VerificationException.class, () -> read(LIST + " ", promised));
        assertThrows(VerificationException.class, () -> read("x".repeat(LIST.length() + 1), promised));
    }

    @Test
    void listThatBrokeOff_isABrokenTransfer() {
        for (String left : List.of("", LIST.substring(0, 100), "<html>" + LIST)) {
            assertThrows(SourceException.class, () -> read(left, promise(LIST)));
        }
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "schema": 1        | "schema": 2         | has schema 2, which needs a newer cco
            "schema": 1,       |                     | schema is missing
            "app": "hello"     | "app": "other"      | app: expected hello
            "1.2.0"            | "1.1.0"             | version: expected 1.2.0
            linux-x86_64       | darwin-arm64        | platform: expected linux-x86_64
            "executable"       | "program"           | executable is missing
            "bin/hello", "smoke | "../hello", "smoke | executable: expected a path inside the archive
            ["--version"]      | "--version"         | smoke_arguments: expected a list
            "path": "bin/hello"| "path": "/bin/x"    | files.path: expected a path inside the archive
            "path": "bin/hello"| "path": "bin\\\\x"  | files.path: expected a path inside the archive
            "path": "bin/hello"| "path": "C:x"       | files.path: expected a path inside the archive
            "path": "bin/hello"| "path": "bin//x"    | files.path: expected a path inside the archive
            "path": "bin/hello"| "path": "a\\u0007"  | files.path: expected a path inside the archive
            "files": [         | "files": 1, "f": [  | files: expected a list
            "files": [         | "files": [ 1,       | files: expected a list of objects
            "size": 5          | "size": -5          | files.size: expected a number that is not negative
            "0755"             | "4755"              | files.mode: expected 0755 or 0644
            "sha256": "a       | "sha256": "         | files.sha256: expected 64 lower-case hexadecimal digits
            """)
    void malformedMember_isRefusedByItsPath(String part, String replacement, String message) {
        assertTrue(LIST.contains(part), part);
        String list = LIST.replace(part, replacement == null ? "" : replacement);
        SourceException e = assertThrows(SourceException.class, () -> read(list, promise(list)));
        assertTrue(e.getMessage().contains(message), e.getMessage());
    }

    /** What is wrong with the files may be right in a newer schema. */
    @Test
    void newerSchema_isNamed_whateverTheFilesAre() {
        String list = LIST.replace("0755", "0777").replace("\"schema\": 1", "\"schema\": 2");
        SourceException e = assertThrows(SourceException.class, () -> read(list, promise(list)));
        assertTrue(e.getMessage().contains("has schema 2, which needs a newer cco"), e.getMessage());
    }

    private static FileList read(String list, RepositoryFile promised) throws CcoException {
        return FileListReader.read(
                new UntrustedBytes("hello.files.json", list.getBytes(StandardCharsets.UTF_8)),
                promised,
                new AppName("hello"),
                Version.of("1.2.0"),
                new Platform("linux-x86_64"));
    }

    private static RepositoryFile promise(String list) {
        byte[] bytes = list.getBytes(StandardCharsets.UTF_8);
        return new RepositoryFile("v1.2.0/hello.files.json", Sha256.of(bytes), bytes.length);
    }
}
