package cco.core.doctor;

import cco.core.config.Configuration;
import cco.core.disk.IoReason;
import cco.core.doctor.Finding.Subject;
import cco.core.error.CcoException;
import cco.core.error.CheckedRunnable;
import cco.core.error.SourceException;
import cco.core.error.StorageException;
import cco.core.error.UsageException;
import cco.core.error.VerificationException;
import cco.core.fetch.BlobCache;
import cco.core.http.OfflineTransport;
import cco.core.install.AppHome;
import cco.core.install.FileCheck;
import cco.core.install.FileDamage;
import cco.core.install.InstalledVersion;
import cco.core.install.Receipt;
import cco.core.install.ReceiptFile;
import cco.core.install.StartCheck;
import cco.core.install.VersionRepair;
import cco.core.manifest.Archive;
import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.LastAccepted;
import cco.core.model.Version;
import cco.core.plan.Target;
import cco.core.plan.UpdatePlan;
import cco.core.schedule.ScheduleFile;
import cco.core.session.AcceptedManifest;
import cco.core.session.AppPlanner;
import cco.core.session.AppSession;
import cco.core.session.AppSources;
import cco.core.session.EngineContext;
import cco.core.session.ManifestLoader;
import cco.core.session.VersionInstaller;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Repairs one app. A step that fails stops no other step. */
final class Repair {

    private final EngineContext context;
    private final AppHome home;
    private final HealthReport diagnosis;
    private final Map<Subject, CcoException> failures = new EnumMap<>(Subject.class);

    Repair(EngineContext context, AppName app, HealthReport diagnosis) {
        this.context = context;
        this.home = context.home(app);
        this.diagnosis = diagnosis;
    }

    /** The failed repairs and their reasons. */
    Map<Subject, CcoException> failures() {
        return failures;
    }

    void run(boolean offline) throws CcoException {
        Configuration settings = context.config().settings();
        Receipt before = new ReceiptFile(home).require();
        Version wanted = before.current();
        // Opening a session runs the recovery, which repairs journal, pointer, receipt and leftovers.
        try (AppSession session = AppSession.open(
                context, home.app(), settings, offline ? new OfflineTransport() : context.transport(settings))) {
            VersionRepair repair = new VersionRepair(session.lock(), context.installer(), context.listener());
            repair(Subject.CURRENT, () -> stepBack(session, repair, wanted));
            repair(Subject.MEMORY, () -> remember(session));
            repair(Subject.LEFTOVERS, this::deleteScheduleLeftovers);
            repair(Subject.CACHE, this::discardStrays);
            repair(Subject.FILES, () -> files(session, repair, before));
            repair(Subject.COMMAND, () -> repair.restoreCommands(context.dirs().bin()));
        }
    }

    private void repair(Subject subject, CheckedRunnable<CcoException> step) {
        boolean needed = diagnosis.hasProblem(subject) || subject == Subject.CURRENT;
        if (needed) {
            try {
                step.run();
            } catch (CcoException e) {
                failures.put(subject, e);
            }
        }
    }

    /** Gives the user a version that runs until the wanted one is downloaded. */
    private void stepBack(AppSession session, VersionRepair repair, Version wanted) throws CcoException {
        if (home.has(wanted)) {
            return;
        }
        List<InstalledVersion> newestFirst =
                new ReceiptFile(home).require().installed().reversed();
        for (InstalledVersion entry : newestFirst) {
            if (home.has(entry.version())
                    && new FileCheck(home).check(entry.version()).isEmpty()
                    && new StartCheck(home).problem(entry).isEmpty()) {
                repair.restoreArchive(entry.version());
                session.rollback().to(entry.version());
                return;
            }
        }
    }

    private void remember(AppSession session) throws CcoException {
        Optional<LastAccepted> accepted = session.memory().read();
        if (accepted.isPresent()) {
            Instant now = context.clock().instant().truncatedTo(ChronoUnit.SECONDS);
            session.memory().remember(accepted.get().at(now));
        }
    }

    /** The recovery deletes all other leftovers; the schedule has a lock of its own. */
    private void deleteScheduleLeftovers() throws StorageException {
        try {
            new ScheduleFile(home.state()).deleteLeftovers();
        } catch (IOException e) {
            throw new StorageException(
                    IoReason.explain("cannot delete leftovers in " + home.state(), e),
                    "check the permissions of the folder",
                    e);
        }
    }

    private void discardStrays() throws CcoException {
        Set<AppName> apps = Set.copyOf(AppHome.apps(context.dirs().apps()));
        new BlobCache(context.dirs().blobs()).discardStrays(apps, context.listener());
    }

    /**
     * The current version first. A damaged other version is restored from a local copy of its archive, or removed,
     * because a rollback to it is refused.
     */
    private void files(AppSession session, VersionRepair repair, Receipt before) throws CcoException {
        Version wanted = before.current();
        for (InstalledVersion entry : before.installed()) {
            repair.restoreModes(entry.version());
        }
        if (isDamaged(wanted)) {
            fetch(session, before, wanted);
        }
        for (InstalledVersion entry : new ReceiptFile(home).require().installed()) {
            repair.restoreArchive(entry.version());
        }
        for (InstalledVersion entry : new ReceiptFile(home).require().installed()) {
            if (!entry.version().equals(wanted) && isDamaged(entry.version()) && !isRestored(session, entry)) {
                repair.remove(entry.version());
            }
        }
    }

    /** From a folder or the cache alone: a version that may never be needed is not worth a download. */
    private boolean isRestored(AppSession session, InstalledVersion entry) throws CcoException {
        if (entry.archive().isEmpty()) {
            return false;
        }
        try {
            AppSources supply = AppSources.configured(session.settings(), context, home.app(), Optional.empty());
            Channel channel = new ReceiptFile(home).require().provenance().channel();
            VersionInstaller.offline(session, supply)
                    .restore(entry.version(), entry.archive().get(), channel);
            return true;
        } catch (SourceException | VerificationException | UsageException e) {
            return false;
        }
    }

    private boolean isDamaged(Version version) throws CcoException {
        if (!home.has(version)) {
            return true;
        }
        List<FileDamage> damages = new FileCheck(home).check(version);
        return !damages.isEmpty();
    }

    /** Downloads by the recorded digests; without them, by the manifest. */
    private void fetch(AppSession session, Receipt receipt, Version version) throws CcoException {
        AppSources supply = AppSources.configured(session.settings(), context, home.app(), Optional.empty());
        Optional<Archive> recorded = receipt.find(version).flatMap(InstalledVersion::archive);
        VersionInstaller installer = new VersionInstaller(session, supply);
        Channel channel = receipt.provenance().channel();
        if (recorded.isPresent()) {
            installer.reinstall(version, recorded.get(), channel);
            return;
        }
        AcceptedManifest accepted = new ManifestLoader(session).load(supply);
        Target target = new Target.Exactly(version);
        UpdatePlan plan = new AppPlanner(session).plan(accepted.manifest(), Optional.empty(), target);
        if (plan instanceof UpdatePlan.Change change) {
            installer.install(accepted, change, channel, Optional.empty());
        }
    }
}
