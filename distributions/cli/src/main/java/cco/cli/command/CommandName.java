package cco.cli.command;

import cco.core.error.UsageException;
import cco.core.model.Suggestion;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The names of all commands, in the order of the help text. */
enum CommandName {
    UPDATE("update", "upgrade"),
    INSTALL("install"),
    VERSIONS("versions"),
    LIST("list", "ls"),
    HOLD("hold"),
    UNHOLD("unhold"),
    HISTORY("history"),
    UNINSTALL("uninstall", "remove", "rm"),
    DOCTOR("doctor"),
    CACHE("cache"),
    CONFIG("config"),
    TELEMETRY("telemetry"),
    PLUGIN_LIST("plugin list", "plugin ls"),
    PLUGIN_TRUST("plugin trust"),
    PLUGIN_REMOVE("plugin remove", "plugin rm"),
    PLUGIN_VERIFY("plugin verify"),
    RELEASE_PUBLISH("release publish"),
    RELEASE_UPLOAD("release upload"),
    RELEASE_LIST("release list", "release ls"),
    RELEASE_STATUS("release status"),
    RELEASE_PACK("release pack"),
    RELEASE_ADD("release add"),
    RELEASE_COMPRESS("release compress"),
    RELEASE_DELTA("release delta"),
    RELEASE_SITE("release site"),
    RELEASE_PACKAGES("release packages"),
    RELEASE_PROMOTE("release promote"),
    RELEASE_WITHDRAW("release withdraw"),
    RELEASE_DEPRECATE("release deprecate"),
    RELEASE_INIT("release init"),
    RELEASE_SIGN("release sign"),
    RELEASE_REFRESH("release refresh"),
    RELEASE_ROTATE_KEY("release rotate-key"),
    RELEASE_CHECK("release check"),
    RELEASE_INSTALLERS("release installers"),
    MIRROR_SYNC("mirror sync"),
    MIRROR_EXPORT("mirror export"),
    MIRROR_IMPORT("mirror import"),
    MIRROR_SERVE("mirror serve"),
    COMPLETION("completion"),
    HELP("help");

    /** Commands of other updaters, and what does the same here. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "outdated", "cco list --outdated",
            "self-update", "cco update",
            "selfupdate", "cco update",
            "check", "cco update --check",
            "rollback", "cco update --rollback",
            "info", "cco versions",
            "show", "cco versions",
            "repair", "cco doctor --repair");

    private final String words;
    private final List<String> aliases;

    CommandName(String words, String... aliases) {
        this.words = words;
        this.aliases = List.of(aliases);
    }

    /** The command as the user types it: one word, or a group and a word. */
    String words() {
        return words;
    }

    /** The command with this name or alias. */
    static Optional<CommandName> of(String words) {
        return Arrays.stream(values())
                .filter(name -> name.words.equals(words) || name.aliases.contains(words))
                .findFirst();
    }

    /** The second words of a group's commands; empty if this is not a group. */
    static List<String> inGroup(String group) {
        return Arrays.stream(values())
                .map(CommandName::words)
                .filter(words -> words.startsWith(group + " "))
                .map(words -> words.substring(group.length() + 1))
                .toList();
    }

    /** All help topics: commands and groups. */
    static List<String> topics() {
        return Arrays.stream(values())
                .flatMap(name -> Stream.of(name.words, name.words.split(" ")[0]))
                .distinct()
                .toList();
    }

    /** The error for words that are not a command. */
    static UsageException unknown(String words) {
        if (words.isBlank()) {
            return new UsageException("the command must not be empty", "run `cco help` for a list of commands");
        }
        List<String> known = Stream.concat(
                        topics().stream(), Arrays.stream(values()).flatMap(name -> name.aliases.stream()))
                .toList();
        String hint = Optional.ofNullable(ELSEWHERE.get(words))
                .map(command -> "run `" + command + "`")
                .or(() -> Suggestion.nearest(words, known).map(nearest -> "did you mean `cco " + nearest + "`?"))
                .orElse("run `cco help` for a list of commands");
        return new UsageException("unknown command: " + words, hint);
    }
}
