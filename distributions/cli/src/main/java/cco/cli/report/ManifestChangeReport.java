package cco.cli.report;

import cco.cli.console.Console;
import cco.cli.console.Event;
import cco.core.manifest.Release;
import cco.core.manifest.Rollout;
import cco.core.model.Channel;
import cco.core.model.Version;
import cco.publisher.repository.ManifestChange;
import cco.publisher.repository.ReleaseRepository;
import cco.publisher.signing.TufRepository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Reports a change to the manifest of a release repository. */
public final class ManifestChangeReport {

    /** The options of gpg for each form of detached signature (docs/formats.md §9). */
    private static final Map<String, String> DETACHED =
            Map.of(".asc", " --armor --detach-sign", ".sig", " --detach-sign");

    private ManifestChangeReport() {}

    /** The event of a change to a version. */
    public static Event event(String name, Version version, ManifestChange revision) {
        return Event.named(name)
                .with("app", revision.now().app())
                .with("version", version)
                .with("changed", revision.changed())
                .with("serial", revision.serial());
    }

    /** The event for a channel that points at a version. */
    public static Event promoted(Channel channel, Version version, ManifestChange revision) {
        return event("promoted", version, revision)
                .with("channel", channel)
                .with(
                        "rollout",
                        revision.now()
                                .release(version)
                                .flatMap(Release::rollout)
                                .map(Rollout::percent));
    }

    /** The end of a sentence that says how many users get the version; empty for all. */
    public static String share(Version version, ManifestChange revision) {
        return revision.now()
                .release(version)
                .flatMap(Release::rollout)
                .map(rollout -> ", offered to " + rollout.percent() + " % of installations")
                .orElse("");
    }

    /**
     * Reminds the publisher to sign, even if nothing changed: an earlier change may be unsigned.
     *
     * @param usualKeys the usual folder of the app's keys; if it does not exist, the hint names --keys
     */
    public static void remindToSign(Console console, Path repository, Path usualKeys) {
        if (TufRepository.hasMetadata(repository)) {
            String keys = Files.isDirectory(usualKeys) ? "" : " --keys DIR";
            console.hint("run `cco release sign --repository " + repository + keys + "` to publish this to users");
        }
        Path manifest = repository.resolve(ReleaseRepository.MANIFEST);
        DETACHED.forEach((suffix, options) -> {
            if (Files.exists(manifest.resolveSibling(manifest.getFileName() + suffix))) {
                console.hint("sign the manifest again, or users refuse it: gpg --yes" + options + " " + manifest);
            }
        });
    }
}
