package cco.cli.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "999, 999 B",
        "1000, 1.0 kB",
        "999949, 999.9 kB",
        "999950, 1.0 MB",
        "20123456, 20.1 MB",
        "1000000000, 1.0 GB",
        "1099511627776, 1.1 TB",
        "9223372036854775807, 9223372.0 TB"
    })
    void bytes_haveOneDecimal(long bytes, String expected) {
        assertEquals(expected, Units.bytes(bytes));
    }

    @ParameterizedTest
    @CsvSource({"0, 0:00", "4, 0:04", "61, 1:01", "3599, 59:59", "3600, 1:00:00", "36000, 10:00:00"})
    void clock_showsHoursOnlyWhenNeeded(long seconds, String expected) {
        assertEquals(expected, Units.clock(seconds));
    }

    @ParameterizedTest
    @CsvSource({
        "20, short, short",
        "13, cco: note: twelve, 'cco: note:/  twelve'",
        "11, cco: averylongword end, cco:/  averylongword end",
        "30, run `cco doctor hello --repair` now, 'run/  `cco doctor hello --repair`/  now'",
        "14, a  b, a  b"
    })
    void longLine_isBrokenBetweenWords(int width, String text, String expected) {
        assertEquals(expected, LineWrap.wrap(text, width, LineWrap.INDENT).replace(System.lineSeparator(), "/"));
    }

    @Test
    void table_alignsItsColumns() {
        Table table = new Table("APP", "VERSION", "REMARKS");
        table.row("cco", "0.10.0", "");
        table.row("hello-world", "1.0.0", "pulled\nback\u001b[31m");
        assertEquals(
                List.of(
                        "APP          VERSION  REMARKS",
                        "cco          0.10.0",
                        "hello-world  1.0.0    pulled back[31m"),
                table.lines(80).stream()
                        .map(line -> line.render(OutputMode.Page.PLAIN, 80))
                        .toList());
    }

    private static List<String> rendered(Table table, int width) {
        return table.lines(width).stream()
                .flatMap(line -> line.render(OutputMode.Page.WRAPPED, width).lines())
                .toList();
    }

    @Test
    void longCells_continueBelowThemselves() {
        Table table = new Table("APP", "REMARKS");
        table.row("hello", "withdrawn: it loses files");
        assertEquals(List.of("APP    REMARKS", "hello  withdrawn: it", "       loses files"), rendered(table, 24));
        assertEquals(List.of("APP    REMARKS", "hello  withdrawn:", "  it loses files"), rendered(table, 18));
    }

    @Test
    void styles_surroundTheirWordsAfterWrapping() {
        Line line =
                Line.of("problem", Style.RED).plus(" files: hello is missing").indented(8);
        assertEquals(
                "\u001b[1;31mproblem\u001b[0m files: hello is/        missing",
                line.render(OutputMode.Page.COLOR, 24).replace(System.lineSeparator(), "/"));
    }
}
