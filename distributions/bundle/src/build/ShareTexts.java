import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Generates the files in {@code share} from the help texts of cco: {@code java ShareTexts.java TEXTS VERSION SHARE}.
 * The folder {@code TEXTS} contains the help texts and the completion scripts. The manual page is generated, so it
 * always agrees with the help.
 */
final class ShareTexts {

    private static final Map<String, String> COMPLETIONS = Map.of(
            "cco.bash", "bash-completion/completions/cco",
            "cco.zsh", "zsh/site-functions/_cco",
            "cco.fish", "fish/vendor_completions.d/cco.fish");

    private ShareTexts() {}

    public static void main(String[] arguments) throws IOException {
        Path texts = Path.of(arguments[0]);
        Path share = Path.of(arguments[2]);
        Path help = texts.resolve("help");
        Path man = share.resolve("man/man1");
        write(man.resolve("cco.1"), new ManPage(help).text(arguments[1]));
        for (String command : new ManPage(help).commands()) {
            ManPage page = new ManPage(help);
            write(man.resolve(ManPage.name(command) + ".1"), page.command(command));
        }
        for (Map.Entry<String, String> completion : COMPLETIONS.entrySet()) {
            Path script = texts.resolve("completion").resolve(completion.getKey());
            write(share.resolve(completion.getValue()), Files.readString(script));
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}

/**
 * The manual page. The text of {@code cco help} comes first. Its lists of commands determine which other help texts
 * follow, in this order; a help text that no list names is an error. Blocks of a text become paragraphs, lists and
 * examples. A list is an indented block with two columns.
 */
final class ManPage {

    private static final Pattern COMMAND = Pattern.compile("(?m)^  ([a-z-]+(?: [a-z-]+)?)(?: [A-Z\\[\\]]+)* {2,}\\S");
    private static final Pattern COLUMNS = Pattern.compile("(\\S.*?) {2,}(\\S.*)");
    private static final Pattern EXIT_CODE = Pattern.compile("(?m)(\\d+)  (\\S.*?)(?= {2,}\\d+  | *$)");

    /** The width that the page's indentation leaves for an example on an 80-column terminal. */
    private static final int EXAMPLE_WIDTH = 73;

    private final StringBuilder page = new StringBuilder();
    private final Path folder;

    /** Whether headings become sections, as in the page of a command. */
    private boolean sections;

    ManPage(Path folder) {
        this.folder = folder;
    }

    String text(String version) throws IOException {
        String head = read("cco");
        String options = "Global options";
        String codes = "Exit codes";
        title("CCO", "cco " + version);
        page.append(".SH NAME\ncco \\- ")
                .append(escaped(head.lines()
                        .findFirst()
                        .orElseThrow()
                        .replaceFirst("^cco ", "")
                        .replaceFirst("\\.$", "")))
                .append('\n');
        String commands = head.substring(head.indexOf("\nManage apps"), head.indexOf('\n' + options));
        usage(head.substring(head.indexOf("Usage:"), head.indexOf("\n\nManage apps")));
        section("DESCRIPTION");
        blocks(commands);
        section("OPTIONS");
        blocks(head.substring(head.indexOf(options) + options.length(), head.indexOf('\n' + codes)));
        section("EXIT STATUS");
        exitCodes(head.substring(head.indexOf(codes)));
        section("COMMANDS");
        for (String topic : topics(commands)) {
            page.append(".SS cco ").append(escaped(topic)).append('\n');
            String text = read(topic.replace(' ', '-'));
            int end = text.indexOf("\n\n");
            usage(text.substring(0, end));
            blocks(text.substring(end));
        }
        environmentAndFiles();
        section("SEE ALSO");
        for (String topic : topics(commands)) {
            page.append(".BR ").append(escaped(name(topic))).append(" (1)\n");
        }
        return page.toString();
    }

    /** The name of the page of a command. */
    static String name(String command) {
        return "cco-" + command.replace(' ', '-');
    }

    /** The commands, in the order of the help text. */
    List<String> commands() throws IOException {
        String head = read("cco");
        return topics(head.substring(head.indexOf("\nManage apps"), head.indexOf("\nGlobal options")));
    }

    /** The page of one command. It does not name the version, or each delta would contain digests of all pages. */
    String command(String command) throws IOException {
        sections = true;
        title(name(command).toUpperCase(Locale.ROOT), "cco");
        Matcher about = Pattern.compile("(?m)^  " + command + "(?: [A-Z\\[\\]]+)* {2,}(\\S.*)$")
                .matcher(read("cco"));
        page.append(".SH NAME\n").append(escaped(name(command))).append(" \\- ");
        page.append(about.find() ? escaped(about.group(1)) : command).append('\n');
        String text = read(command.replace(' ', '-'));
        int end = text.indexOf("\n\n");
        usage(text.substring(0, end));
        section("DESCRIPTION");
        blocks(text.substring(end));
        environmentAndFiles();
        section("EXIT STATUS");
        page.append("See\n.BR cco (1).\n");
        section("SEE ALSO");
        page.append(".BR cco (1)\n");
        return page.toString();
    }

    private void title(String name, String source) {
        page.append(".TH ").append(escaped(name)).append(" 1 \"\" \"").append(escaped(source));
        page.append("\" \"User Commands\"\n.ad l\n");
    }

    private void environmentAndFiles() throws IOException {
        sections = false;
        section("ENVIRONMENT");
        String environment = read("environment");
        blocks(environment.substring(environment.indexOf('\n')));
        section("FILES");
        String files = read("files");
        blocks(files.substring(files.indexOf('\n')));
    }

    private String read(String name) throws IOException {
        return Files.readString(folder.resolve(name + ".txt"));
    }

    private List<String> topics(String commands) throws IOException {
        List<String> topics = COMMAND.matcher(commands)
                .results()
                .map(match -> match.group(1))
                .filter(topic -> !topic.startsWith("help "))
                .toList();
        Set<String> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.map(file -> file.getFileName().toString().replace(".txt", ""))
                    .filter(name -> !List.of("cco", "environment", "files", "release.toml")
                            .contains(name))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        for (String topic : topics) {
            files.remove(topic.replace(' ', '-'));
            files.remove(topic.split(" ")[0]); // The text of a group only repeats commands of these lists.
        }
        if (!files.isEmpty()) {
            throw new IOException("the list of commands in cco.txt lacks " + files);
        }
        return topics;
    }

    private void section(String name) {
        page.append(".SH \"").append(name).append("\"\n");
    }

    private void usage(String text) {
        if (page.indexOf(".SH \"SYNOPSIS\"") < 0) {
            section("SYNOPSIS");
        }
        example(text.lines()
                .map(line -> line.replaceFirst("^(Usage:| {6}) ", ""))
                .toList());
    }

    private void exitCodes(String text) {
        TreeMap<Integer, String> codes = new TreeMap<>();
        for (MatchResult code : EXIT_CODE.matcher(text).results().toList()) {
            codes.put(Integer.valueOf(code.group(1)), code.group(2));
        }
        codes.forEach((code, meaning) -> item(code.toString(), meaning));
    }

    /** Splits a text into blocks, at empty lines and where the indentation starts or ends. */
    private void blocks(String text) {
        List<String> block = new ArrayList<>();
        for (String line : (text + "\n\n").split("\n", -1)) {
            boolean ends = line.isEmpty()
                    || !block.isEmpty()
                            && line.startsWith("  ") != block.getFirst().startsWith("  ");
            if (ends && !block.isEmpty()) {
                block(block);
                block.clear();
            }
            if (!line.isEmpty()) {
                block.add(line);
            }
        }
    }

    private void block(List<String> lines) {
        if (!lines.getFirst().startsWith("  ")) {
            String text = escaped(String.join("\n", lines));
            boolean heading = lines.size() == 1 && !text.matches(".*[.:]");
            if (heading && sections) {
                section(text.equals("Example") ? "EXAMPLES" : text.toUpperCase(Locale.ROOT));
                return;
            }
            page.append(".PP\n").append(heading ? "\\fB" + text + "\\fR" : text).append('\n');
            return;
        }
        List<String[]> items = items(lines);
        if (items.isEmpty()) {
            example(lines.stream().map(line -> line.substring(2)).toList());
        }
        items.forEach(item -> item(item[0], item[1]));
    }

    /** The rows of a two-column list; empty if the lines are not such a list. */
    private static List<String[]> items(List<String> lines) {
        int column = column(lines);
        List<String[]> items = new ArrayList<>();
        for (String line : lines) {
            boolean continues = line.isBlank()
                    || line.length() > column && line.substring(0, column).isBlank();
            if (column == 0 || line.length() <= column || line.charAt(column - 1) != ' ') {
                return List.of();
            } else if (!continues) {
                items.add(new String[] {
                    line.substring(0, column).strip(), line.substring(column).strip()
                });
            } else if (items.isEmpty()) {
                return List.of();
            } else {
                items.getLast()[1] += "\n" + line.substring(column).strip();
            }
        }
        return items;
    }

    private static int column(List<String> lines) {
        for (String line : lines) {
            Matcher columns = COLUMNS.matcher(line);
            if (columns.find()) {
                return columns.start(2);
            }
        }
        return 0;
    }

    private void item(String term, String text) {
        page.append(".TP\n\\fB")
                .append(escaped(term))
                .append("\\fR\n")
                .append(escaped(text))
                .append('\n');
    }

    private void example(List<String> lines) {
        int width = lines.stream().mapToInt(String::length).max().orElse(0);
        page.append(".PP\n.nf\n.in -")
                .append(Math.max(0, width - EXAMPLE_WIDTH))
                .append("n\n");
        lines.forEach(line -> page.append(escaped(line)).append('\n'));
        page.append(".in\n.fi\n");
    }

    /** Escapes the characters that groff would replace by typographic ones. */
    private static String escaped(String text) {
        return text.replace("\\", "\\e")
                .replace("-", "\\-")
                .replace("'", "\\(aq")
                .replace("`", "\\(ga")
                .replace("^", "\\(ha")
                .replace("~", "\\(ti")
                .replaceAll("(?m)^\\.", "\\\\&.");
    }
}
