package cco.cli.command;

import cco.core.config.EffectiveSetting;
import cco.core.config.Settings;
import cco.core.error.CcoException;
import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.Version;
import cco.core.update.KnownVersions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The names on this machine that can be completed. The network is never used, so that the user does not have to wait.
 */
final class CompletionSource {

    private static final List<String> USUAL_CHANNELS = List.of("stable", "beta", "nightly");

    private final CommandContext context;

    CompletionSource(CommandContext context) {
        this.context = context;
    }

    /** The installed apps. */
    List<String> apps() throws CcoException {
        return context.updater().installed().apps().stream()
                .map(app -> app.app().value())
                .toList();
    }

    /** The known versions of an app, newest first. */
    List<String> versions(AppName app) throws CcoException {
        return known(app).versions().reversed().stream().map(Version::toString).toList();
    }

    /** The usual channels, the channel of the app, and the known channels of its repository. */
    List<String> channels(AppName app) throws CcoException {
        Stream<Channel> followed = Stream.of(context.settings().updates(app).channel());
        Stream<Channel> offered = known(app).channels().stream().sorted(Comparator.comparing(Channel::value));
        return Stream.concat(
                        USUAL_CHANNELS.stream(),
                        Stream.concat(followed, offered).map(Channel::value))
                .distinct()
                .toList();
    }

    private KnownVersions known(AppName app) throws CcoException {
        return KnownVersions.of(context.dirs(), app);
    }

    /** The configured sources of an app. */
    List<String> sources(AppName app) throws CcoException {
        return context.settings().updates(app).sources();
    }

    /** All settings. */
    List<EffectiveSetting> keys() throws CcoException {
        Settings settings = context.settings();
        return settings.apps().stream()
                .flatMap(app -> settings.effective(app).stream())
                .toList();
    }
}
