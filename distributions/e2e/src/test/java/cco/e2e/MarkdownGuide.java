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
 * The code blocks of a Markdown guide in order: commands ({@code sh}), their output ({@code text}), and files, each
 * after a line with its name.
 */
record MarkdownGuide(List<Block> blocks) {

    private static final Pattern FENCED = Pattern.compile("(?ms)^(?:`([^`\n]+)`:\n\n)?```(\\w+)\n(.*?)^```$");
    private static final String END = "END_OF_THE_FILE";

    /** A code block; the file name is empty for commands and output. */
    record Block(String language, String file, String text) {}

    static MarkdownGuide read(Path markdown) throws IOException {
        List<Block> blocks = new ArrayList<>();
        for (Matcher block = FENCED.matcher(Files.readString(markdown)); block.find(); ) {
            String file = block.group(1) == null ? "" : block.group(1);
            blocks.add(new Block(block.group(2), file, block.group(3)));
        }
        return new MarkdownGuide(blocks);
    }

    /** The files that the reader creates. */
    List<Block> files() {
        return blocks.stream().filter(block -> !block.file().isEmpty()).toList();
    }

    /** The output that the reader sees. */
    List<String> output() {
        return blocks.stream()
                .filter(block -> block.language().equals("text"))
                .flatMap(block -> block.text().lines())
                .toList();
    }

    /** The first block of commands. */
    String firstCommands() {
        return blocks.stream()
                .filter(block -> block.language().equals("sh") && block.file().isEmpty())
                .findFirst()
                .orElseThrow()
                .text();
    }

    /** A shell script of all that the reader does after the first block. */
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
