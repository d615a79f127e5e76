package cco.cli.command;

import cco.core.config.Configuration;
import cco.core.config.EffectiveSetting;
import cco.core.error.CcoException;
import cco.core.json.Json;
import cco.core.json.JsonException;
import cco.core.manifest.Manifest;
import cco.core.manifest.ManifestReader;
import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.UntrustedBytes;
import cco.core.model.Version;
import cco.core.update.KnownVersions;
import cco.publisher.repository.ReleaseRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

    /** The versions in a release repository, newest first. */
    List<String> versions(Path repository) {
        return manifest(repository)
                .map(manifest -> manifest.versions().keySet().stream()
                        .sorted(Comparator.reverseOrder())
                        .map(Version::toString)
                        .toList())
                .orElse(List.of());
    }

    /** The usual channels, and those of a release repository. */
    List<String> channels(Path repository) {
        Stream<String> published = manifest(repository).stream()
                .flatMap(manifest -> manifest.latest().keySet().stream())
                .map(Channel::value);
        return Stream.concat(USUAL_CHANNELS.stream(), published).distinct().toList();
    }

    private static Optional<Manifest> manifest(Path repository) {
        try {
            byte[] bytes = Files.readAllBytes(repository.resolve(ReleaseRepository.MANIFEST));
            AppName app = new AppName(Json.parse(bytes).text("app"));
            return Optional.of(ManifestReader.read(new UntrustedBytes(ReleaseRepository.MANIFEST, bytes), app));
        } catch (IOException | JsonException | CcoException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
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
        Configuration settings = context.settings();
        return settings.apps().stream()
                .flatMap(app -> settings.effective(app).stream())
                .toList();
    }
}
