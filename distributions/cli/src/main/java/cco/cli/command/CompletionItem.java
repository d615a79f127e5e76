package cco.cli.command;

/**
 * A word that can stand at the cursor.
 *
 * @param word without spaces
 * @param about a description on one line; may be empty
 */
record CompletionItem(String word, String about) {

    /** Stands for file names, which the shell completes itself. */
    static final CompletionItem FILES = new CompletionItem(":files", "");

    /** A word without a description. */
    static CompletionItem of(String word) {
        return new CompletionItem(word, "");
    }

    /** Whether it continues what the user typed. */
    boolean startsWith(String typed) {
        return equals(FILES) || word.startsWith(typed);
    }

    /** The candidate for a word that starts with an option, such as {@code --channel=}. */
    CompletionItem after(String option) {
        return equals(FILES) ? this : new CompletionItem(option + word, about);
    }

    /** The line for the shell: the word ends at the first space. */
    String line() {
        return about.isEmpty() ? word : word + " " + about;
    }
}
