package cco.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The code blocks of a guide in Markdown, in their order: what is typed ({@code sh}), what is shown ({@code text}), and
 * files, each after a line that names it.
 */
record Guide(List<Block> blocks) {

    private static final Pattern FENCED = Pattern.compile("(?ms)^(?:`([^`\n]+)`:\n\n)?```(\\w+)\n(.*?)^```$");
    private static final String END = "END_OF_THE_FILE";

    /** A block; the file's name is empty where none is written. */
    record Block(String language, String file, String text) {}

    static Guide read(Path markdown) throws IOException {
        List<Block> blocks = new ArrayList<>();
        for (Matcher block = FENCED.matcher(Files.readString(markdown)); block.find(); ) {
            String file = block.group(1) == null ? "" : block.group(1);
            blocks.add(new Block(block.group(2), file, block.group(3)));
        }
        return new Guide(blocks);
    }

    /** The files that a reader writes. */
    List<Block> files() {
        return blocks.stream().filter(block -> !block.file().isEmpty()).toList();
    }

    /** The lines that a reader sees. */
    List<String> shown() {
        return blocks.stream()
                .filter(block -> block.language().equals("text"))
                .flatMap(block -> block.text().lines())
                .toList();
    }

    /** All that a reader does, but for the first commands, as a shell script. */
    String script() {
        return blocks.stream()
                .filter(block -> !block.language().equals("text"))
                .skip(1)
                .map(block -> block.file().isEmpty()
                        ? block.text()
                        : "cat >" + block.file() + " <<'" + END + "'\n" + block.text() + END + "\n")
                .collect(Collectors.joining("\n", "set -eu\nexec 2>&1\n", "\n"));
    }
}
