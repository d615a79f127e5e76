package cco.cli.command;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All commands, in the order of the help text. */
enum CommandName {
    UPDATE("update"),
    INSTALL("install"),
    VERSIONS("versions"),
    LIST("list"),
    HOLD("hold"),
    UNHOLD("unhold"),
    HISTORY("history"),
    UNINSTALL("uninstall"),
    DOCTOR("doctor"),
    CONFIG("config"),
    TELEMETRY("telemetry"),
    PLUGIN_LIST("plugin list"),
    PLUGIN_TRUST("plugin trust"),
    PLUGIN_REMOVE("plugin remove"),
    PLUGIN_VERIFY("plugin verify"),
    RELEASE_PACK("release pack"),
    RELEASE_ADD("release add"),
    RELEASE_PROMOTE("release promote"),
    RELEASE_WITHDRAW("release withdraw"),
    RELEASE_DEPRECATE("release deprecate"),
    RELEASE_INIT("release init"),
    RELEASE_SIGN("release sign"),
    RELEASE_REFRESH("release refresh"),
    RELEASE_ROTATE_KEY("release rotate-key"),
    RELEASE_CHECK("release check"),
    MIRROR_SERVE("mirror serve"),
    COMPLETION("completion"),
    HELP("help");

    private final String words;

    CommandName(String words) {
        this.words = words;
    }

    /** The command as the user types it: one word, or a group and a word. */
    String words() {
        return words;
    }

    /** A new command without options. */
    Command create() {
        return switch (this) {
            case UPDATE -> new UpdateCommand();
            case INSTALL -> new InstallCommand();
            case VERSIONS -> new VersionsCommand();
            case LIST -> new ListCommand();
            case HOLD -> new HoldCommand();
            case UNHOLD -> new UnholdCommand();
            case HISTORY -> new HistoryCommand();
            case UNINSTALL -> new UninstallCommand();
            case DOCTOR -> new DoctorCommand();
            case CONFIG -> new ConfigCommand();
            case TELEMETRY -> new TelemetryCommand();
            case PLUGIN_LIST -> new PluginListCommand();
            case PLUGIN_TRUST -> new PluginTrustCommand();
            case PLUGIN_REMOVE -> new PluginRemoveCommand();
            case PLUGIN_VERIFY -> new PluginVerifyCommand();
            case RELEASE_PACK -> new ReleasePackCommand();
            case RELEASE_ADD -> new ReleaseAddCommand();
            case RELEASE_PROMOTE -> new ReleasePromoteCommand();
            case RELEASE_WITHDRAW -> new ReleaseWithdrawCommand();
            case RELEASE_DEPRECATE -> new ReleaseDeprecateCommand();
            case RELEASE_INIT -> new ReleaseInitCommand();
            case RELEASE_SIGN -> new ReleaseSignCommand();
            case RELEASE_REFRESH -> new ReleaseRefreshCommand();
            case RELEASE_ROTATE_KEY -> new ReleaseRotateKeyCommand();
            case RELEASE_CHECK -> new ReleaseCheckCommand();
            case MIRROR_SERVE -> new MirrorServeCommand();
            case COMPLETION -> new CompletionCommand();
            case HELP -> new HelpCommand();
        };
    }

    /** The command with these words. */
    static Optional<CommandName> of(String words) {
        return Arrays.stream(values()).filter(name -> name.words.equals(words)).findFirst();
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
}
