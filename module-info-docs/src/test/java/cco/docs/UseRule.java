package cco.docs;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Something that only few classes may use.
 *
 * @param title the rule in a few words
 * @param used regular expression of the names, in the form of {@link CompiledClass#uses}
 * @param allowedIn regular expression of the classes that may use them, nested ones included
 * @param reason why the rule is there
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
