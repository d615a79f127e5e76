package cco.docs;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A rule that forbids a text in some source files.
 *
 * @param title the rule in a few words
 * @param guarded selects the files to check
 * @param where whether comments and literals count
 * @param refused a regular expression for the forbidden text
 * @param example a text that breaks the rule
 * @param reason why the rule exists
 */
record TextRule(
        String title, Predicate<SourceFile> guarded, Where where, String refused, String example, String reason) {

    enum Where {
        IN_CODE,
        IN_TEXT
    }

    List<String> violations(List<SourceFile> files) {
        return files.stream()
                .filter(guarded)
                .flatMap(file -> violations(file).stream())
                .toList();
    }

    List<String> violations(SourceFile file) {
        Pattern pattern = Pattern.compile(refused);
        return where == Where.IN_CODE ? file.inCode(pattern) : file.inText(pattern);
    }

    @Override
    public String toString() {
        return title;
    }
}
