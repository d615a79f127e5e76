package cco.docs;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Something that must not stand in a source.
 *
 * @param title the rule in a few words
 * @param guarded the files that the rule is about
 * @param where whether comments and literals count
 * @param refused regular expression of what must not be there
 * @param example a text that the rule refuses
 * @param reason why the rule is there
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
