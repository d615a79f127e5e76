package cco.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceFileTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a(); // x",
                "a(); /* x\n * x */",
                "a(\"x\");",
                "a(\"\\\"x\");",
                "a('x');",
                "a('\\'', \"x\");",
                "a(\"// \", 'x');",
                "a(\"\"\"\n  x \"x\" \\\"\"\" x\n  \"\"\");",
                "/** x */ a(\"'\");",
                "a(\"\"); /* \" */ b(\"x\");",
            })
    void commentsAndLiterals_areNotCode(String java) {
        SourceFile file = new SourceFile("X.java", java);
        assertEquals(List.of(), file.inCode(Pattern.compile("x")));
        assertEquals(java.length(), file.code().length());
        assertEquals(file.lineCount(), file.code().lines().count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/* a */\n x", "\"\"\"\n\"\"\"+x", "'\"'\n+x+'\"'", "\"\\\\\"\n+x", "\"//\"\n+x"})
    void textAfterCommentsAndLiterals_isCode(String java) {
        assertEquals(List.of("a/X.java:2: x"), new SourceFile("a/X.java", java).inCode(Pattern.compile("x")));
    }

    @Test
    void longTextBlock_isRecognised() {
        String java = "\"\"\"\n" + "\\n \"quoted\" \\\\ {\n".repeat(10_000) + "\"\"\"";
        assertEquals("", new SourceFile("X.java", java).code().strip());
    }
}
