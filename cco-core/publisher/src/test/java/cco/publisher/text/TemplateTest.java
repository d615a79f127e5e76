package cco.publisher.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {

    private static final Template TEMPLATE = Template.of(TemplateTest.class, "template.txt");

    @Test
    void value_isInsertedAsItIs() {
        assertEquals("a $1 \\ {{b}}\n\nend\n", TEMPLATE.fill(Map.of("sha256", "$1 \\ {{b}}", "optional", "")));
    }

    @Test
    void optionalLine_appearsWithItsValue() {
        assertEquals("a x\ny\n\nend\n", TEMPLATE.fill(Map.of("sha256", "x", "optional", "y")));
    }

    @Test
    void missingValue_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> TEMPLATE.fill(Map.of("sha256", "x")));
    }
}
