package cco.cli.command;

/**
 * A word that may stand where the user is typing.
 *
 * @param word without blanks
 * @param about what it means, on one line; may be empty
 */
record CompletionItem(String word, String about) {

    /** Stands for the names of files, which the shell knows better. */
    static final CompletionItem FILES = new CompletionItem(":files", "");

    static CompletionItem of(String word) {
        return new CompletionItem(word, "");
    }

    boolean beginsWith(String typed) {
        return equals(FILES) || word.startsWith(typed);
    }

    /** What the shell reads: the first blank ends the word. */
    String line() {
        return about.isEmpty() ? word : word + " " + about;
    }
}
