package cco.core.doctor;

import cco.core.config.Configuration;
import cco.core.disk.StateWriter;
import cco.core.doctor.Finding.Note;
import cco.core.doctor.Finding.Ok;
import cco.core.doctor.Finding.Problem;
import cco.core.doctor.Finding.Subject;
import cco.core.error.CcoException;
import cco.core.error.CheckedSupplier;
import cco.core.fetch.BlobCache;
import cco.core.install.AppHome;
import cco.core.install.TrustMemory;
import cco.core.metadata.MetadataStore;
import cco.core.model.LastAccepted;
import cco.core.model.UtcTime;
import cco.core.session.AppSources;
import cco.core.session.EngineContext;
import cco.core.tuf.RoleName;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks what updates need besides the app's own files: cache, configuration, source, memory and metadata. */
final class EnvironmentCheck {

    private final EngineContext context;
    private final AppHome home;
    private final List<Finding> findings = new ArrayList<>();

    EnvironmentCheck(EngineContext context, AppHome home) {
        this.context = context;
        this.home = home;
    }

    List<Finding> findings() {
        check(Subject.CACHE, this::cache);
        check(Subject.CONFIG, this::config);
        if (findings.getLast() instanceof Ok) {
            check(Subject.SOURCE, this::source);
        }
        check(Subject.MEMORY, this::memory);
        metadata().ifPresent(findings::add);
        return findings;
    }

    private void check(Subject subject, CheckedSupplier<Finding, CcoException> check) {
        try {
            findings.add(check.get());
        } catch (CcoException e) {
            findings.add(new Problem(subject, e));
        }
    }

    private Problem repairable(Subject subject, String text) {
        return new Problem(subject, text, "run `cco doctor " + home.app() + " --repair`");
    }

    private Finding cache() throws CcoException {
        int strays = new BlobCache(context.dirs().blobs())
                .strays(Set.copyOf(AppHome.apps(context.dirs().apps())));
        return strays == 0
                ? new Ok(
                        Subject.CACHE,
                        "no unused downloads in " + context.dirs().blobs())
                : repairable(
                        Subject.CACHE, "unused downloads in " + context.dirs().blobs() + ": " + strays);
    }

    private Finding config() throws CcoException {
        Configuration settings = context.config().settings();
        context.providers().verifiers(settings.requiredVerifiers(home.app()));
        return new Ok(Subject.CONFIG, context.dirs().configFile() + " is readable");
    }

    private Finding source() throws CcoException {
        AppSources supply = AppSources.configured(context.config().settings(), context, home.app(), Optional.empty());
        supply.signatures(context.providers());
        return new Ok(
                Subject.SOURCE,
                "source " + supply.name() + ", trust " + supply.trust().id() + ": "
                        + String.join(
                                ", ",
                                supply.origins().stream()
                                        .map(origin -> origin.name())
                                        .toList()));
    }

    private Finding memory() throws CcoException {
        Optional<LastAccepted> accepted = TrustMemory.readOnly(home).read();
        if (accepted.isEmpty()) {
            return new Note(
                    Subject.MEMORY,
                    "no manifest has been accepted yet",
                    "run `cco update " + home.app() + " --check` to get one");
        }
        LastAccepted remembered = accepted.get();
        Instant now = context.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        return remembered.isAheadOf(now)
                ? new Problem(
                        Subject.MEMORY,
                        "a manifest was accepted at " + UtcTime.minute(remembered.acceptedAt())
                                + ", which is in the future",
                        "the clock says " + UtcTime.minute(now) + "; if that is right, run `cco doctor " + home.app()
                                + " --repair`, otherwise set the clock")
                : new Ok(
                        Subject.MEMORY,
                        "serial " + remembered.serial() + " was accepted at "
                                + UtcTime.minute(remembered.acceptedAt()));
    }

    /** Reads the expiry of the stored metadata. Each update verifies it again and fetches what has expired. */
    private Optional<Finding> metadata() {
        MetadataStore store = new MetadataStore(home.metadata(), StateWriter.NEVER);
        return store.expires(RoleName.ROOT).map(root -> {
            String others = store.expires(RoleName.TIMESTAMP)
                    .map(timestamp -> ", its metadata until " + UtcTime.minute(timestamp))
                    .orElse("");
            long days = Duration.between(context.clock().instant(), root).toDays();
            return days < 0
                    ? new Note(
                            Subject.METADATA,
                            "the stored root of the publisher expired at " + UtcTime.minute(root),
                            "run `cco update " + home.app() + " --check` to fetch a renewed one")
                    : new Ok(
                            Subject.METADATA,
                            "the publisher's root is valid until " + UtcTime.day(root) + ", for " + days + " days"
                                    + others);
        });
    }
}
