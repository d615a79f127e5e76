package cco.docs;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A rule that lets only a few classes use something.
 *
 * @param title the rule in a few words
 * @param used a regular expression for the start of the names in {@link CompiledClass#uses}
 * @param allowedIn a regular expression for the classes that may use them; it covers their nested types too
 * @param reason why the rule exists
 */
record UseRule(String title, String used, String allowedIn, String reason) {

    List<String> violations(List<CompiledClass> classes) {
        Pattern name = Pattern.compile(used);
        Pattern allowed = Pattern.compile("(?:" + allowedIn + ")(?:\\$.*)?");
        return classes.stream()
                .filter(type -> !allowed.matcher(type.name()).matches())
                .flatMap(type -> type.uses().stream()
                        .filter(use -> name.matcher(use).lookingAt())
                        .map(use -> type.name() + " uses " + use))
                .toList();
    }

    @Override
    public String toString() {
        return title;
    }
}
