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
 * The names on this machine that can be completed. They are looked up without network: somebody who is typing must not
 * wait.
 */
final class CompletionSource {

    private static final List<String> USUAL_CHANNELS = List.of("stable", "beta", "nightly");

    private final CommandContext session;

    CompletionSource(CommandContext session) {
        this.session = session;
    }

    /** The apps that cco keeps. */
    List<String> apps() throws CcoException {
        return session.updater().installed().apps().stream()
                .map(app -> app.app().value())
                .toList();
    }

    /** The versions of an app that are known here, newest first. */
    List<String> versions(AppName app) throws CcoException {
        return known(app).versions().reversed().stream().map(Version::toString).toList();
    }

    /** The usual channels, the one that the app follows, and those that its repository has. */
    List<String> channels(AppName app) throws CcoException {
        Stream<Channel> followed = Stream.of(session.settings().updates(app).channel());
        Stream<Channel> offered = known(app).channels().stream().sorted(Comparator.comparing(Channel::value));
        return Stream.concat(
                        USUAL_CHANNELS.stream(),
                        Stream.concat(followed, offered).map(Channel::value))
                .distinct()
                .toList();
    }

    private KnownVersions known(AppName app) throws CcoException {
        return KnownVersions.of(session.dirs(), app);
    }

    /** The sources that the app asks. */
    List<String> sources(AppName app) throws CcoException {
        return session.settings().updates(app).sources();
    }

    /** The keys that the configuration can have. */
    List<EffectiveSetting> keys() throws CcoException {
        Settings settings = session.settings();
        return settings.apps().stream()
                .flatMap(app -> settings.effective(app).stream())
                .toList();
    }
}
