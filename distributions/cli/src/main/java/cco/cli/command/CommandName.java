package cco.cli.command;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** All commands, in the order in which help lists them. */
enum CommandName {
    UPDATE("update", UpdateCommand::new),
    INSTALL("install", InstallCommand::new),
    VERSIONS("versions", VersionsCommand::new),
    LIST("list", ListCommand::new),
    CONFIG("config", ConfigCommand::new),
    RELEASE_PACK("release pack", ReleasePackCommand::new),
    RELEASE_ADD("release add", ReleaseAddCommand::new),
    MIRROR_SERVE("mirror serve", MirrorServeCommand::new),
    HELP("help", HelpCommand::new);

    private final String words;
    private final Supplier<Command> command;

    CommandName(String words, Supplier<Command> command) {
        this.words = words;
        this.command = command;
    }

    /** The command as the user types it: one word, or a group and a word. */
    String words() {
        return words;
    }

    /** A new command that has none of its options set. */
    Command create() {
        return command.get();
    }

    static Optional<CommandName> of(String words) {
        return Arrays.stream(values()).filter(name -> name.words.equals(words)).findFirst();
    }

    /** The second words of a group's commands; empty if this is no group. */
    static List<String> inGroup(String group) {
        return Arrays.stream(values())
                .map(CommandName::words)
                .filter(words -> words.startsWith(group + " "))
                .map(words -> words.substring(group.length() + 1))
                .toList();
    }

    /** What help can be asked about: commands and groups. */
    static List<String> topics() {
        return Arrays.stream(values())
                .flatMap(name -> Stream.of(name.words, name.words.split(" ")[0]))
                .distinct()
                .toList();
    }
}
