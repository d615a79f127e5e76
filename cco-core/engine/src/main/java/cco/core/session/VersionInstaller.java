package cco.core.session;

import cco.api.Origin;
import cco.api.Verifier;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.fetch.Fetcher;
import cco.core.install.AppCommand;
import cco.core.install.CommandCheck;
import cco.core.install.ProgramLink;
import cco.core.install.Provenance;
import cco.core.install.Reactivation;
import cco.core.install.Receipt;
import cco.core.install.ReceiptFile;
import cco.core.install.Registration;
import cco.core.install.Retention;
import cco.core.manifest.Archive;
import cco.core.manifest.FileList;
import cco.core.manifest.FileListReader;
import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.HistoryEntry;
import cco.core.model.Platform;
import cco.core.model.Programs;
import cco.core.model.ProgressListener;
import cco.core.model.RepositoryFile;
import cco.core.model.Version;
import cco.core.plan.UpdatePlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Installs one version: download, staging, smoke run, activation, retention. A failure before the activation leaves the
 * app as it was. The download stays in the cache until the version has started once, so that another try does not
 * repeat it, unless verification refused it.
 */
public final class VersionInstaller {

    private final AppSession session;
    private final AppSources sources;
    private final Fetcher fetcher;
    private final Platform platform;
    private final ProgressListener listener;

    /** An installer for the app of a session. */
    public VersionInstaller(AppSession session, AppSources sources) {
        this(session, sources, session.fetcher(sources));
    }

    /** An installer that uses folders and the cache only. */
    public static VersionInstaller offline(AppSession session, AppSources sources) {
        return new VersionInstaller(session, sources, session.offlineFetcher(sources));
    }

    private VersionInstaller(AppSession session, AppSources sources, Fetcher fetcher) {
        this.session = session;
        this.sources = sources;
        this.fetcher = fetcher;
        this.platform = session.context().product().platform();
        this.listener = session.listener();
    }

    /**
     * Makes a planned release the current version.
     *
     * @param channel the channel that the app follows from now on
     * @param registration the command and the source to record; nothing leaves both as they are recorded
     * @return the receipt on disk
     */
    public Receipt install(
            AcceptedManifest accepted, UpdatePlan.Change change, Channel channel, Optional<Registration> registration)
            throws CcoException {
        accepted.verify(change.archive());
        Version version = change.to();
        Reactivation reactivation = reactivation();
        if (reactivation.isPossible(
                version, change.archive().file().sha256(), sources.trust().id())) {
            Optional<Version> before = current();
            Receipt after = reactivation.activate(version, provenance(channel), registration);
            return recorded(before, after);
        }
        Archive archive = accepted.usableFrom(current(), change.archive());
        List<Origin> origins = accepted.locate(archive, sources.origins());
        return install(origins, version, archive, channel, registration);
    }

    /** Records the command and the source of an app whose current version stays. */
    public void register(Receipt receipt, Registration registration) throws CcoException {
        requireCommands(Optional.of(registration.command()), receipt.programs());
        reactivation().activate(receipt.current(), receipt.provenance(), Optional.of(registration));
    }

    /**
     * Installs a version again by the digests that were recorded when it was first installed. It needs no manifest.
     *
     * @return the receipt on disk
     */
    public Receipt reinstall(Version version, Archive recorded, Channel channel) throws CcoException {
        return install(sources.origins(), version, recorded, channel, Optional.empty());
    }

    /** Unpacks an installed version again, by its recorded digests. It is not current and does not become so. */
    public void restore(Version version, Archive recorded, Channel channel) throws CcoException {
        FileList list = fileList(sources.origins(), version, recorded);
        Installation.Item item = new Installation.Item(version, recorded, list, provenance(channel), Optional.empty());
        new Installation(session, fetcher, verifiers(), sources.origins(), item).restore();
    }

    private Receipt install(
            List<Origin> origins,
            Version version,
            Archive archive,
            Channel channel,
            Optional<Registration> registration)
            throws CcoException {
        FileList list = fileList(origins, version, archive);
        requireCommands(registration.map(Registration::command), list.programs());
        Optional<Version> before = current();
        Installation.Item item = new Installation.Item(version, archive, list, provenance(channel), registration);
        Receipt after = new Installation(session, fetcher, verifiers(), origins, item).run();
        new AppRecords(session).release(version);
        return recorded(before, after);
    }

    /** Compares the commands with the files on PATH before the download. */
    private void requireCommands(Optional<AppCommand> asked, Programs programs) throws CcoException {
        Optional<Receipt> receipt = new ReceiptFile(session.home()).read();
        Optional<AppCommand> own = asked.or(() -> receipt.flatMap(Receipt::command));
        if (own.isEmpty()) {
            return;
        }
        List<Path> known =
                asked.isPresent() ? List.of() : receipt.map(Receipt::outside).orElse(List.of());
        if (asked.isPresent()
                && programs.commands().keySet().stream().anyMatch(asked.get().name()::equalsIgnoreCase)) {
            throw new UsageException(
                    session.app() + " has another command with the name "
                            + asked.get().name(),
                    "choose another name with --as");
        }
        for (ProgramLink link : ProgramLink.of(own.get(), programs)) {
            if (!known.contains(link.file(session.installer()))) {
                CommandCheck.requirePlace(session.home(), session.installer(), link.command());
            }
        }
    }

    private Reactivation reactivation() throws CcoException {
        return new Reactivation(
                session.lock(), session.installer(), listener, session.context().clock());
    }

    private Receipt recorded(Optional<Version> before, Receipt after) throws CcoException {
        HistoryEntry.Kind kind = HistoryEntry.Kind.of(before, after.current());
        new AppRecords(session).history(kind, before, after.current(), sources.name());
        session.context().schedule(session.app()).recordUpdate(after.current());
        return new Retention(session.lock(), listener)
                .keep(after, session.settings().updates(session.app()).keepVersions());
    }

    private Optional<Version> current() throws CcoException {
        return new ReceiptFile(session.home()).read().map(Receipt::current);
    }

    private Provenance provenance(Channel channel) {
        return new Provenance(sources.name(), sources.trust().id(), channel);
    }

    private List<Verifier> verifiers() throws CcoException {
        var providers = session.context().providers();
        List<Verifier> all =
                new ArrayList<>(providers.verifiers(session.settings().requiredVerifiers(session.app())));
        all.addAll(sources.signatures(providers));
        return all;
    }

    /** Without a list, the program has the app's name and prints its version when called with {@code --version}. */
    private FileList fileList(List<Origin> origins, Version version, Archive archive) throws CcoException {
        AppName app = session.app();
        if (archive.list().isEmpty()) {
            return new FileList(
                    app, version, platform, Programs.of(app.value()), FileList.VERSION_ARGUMENTS, List.of());
        }
        RepositoryFile listed = archive.list().get();
        return fetcher.document(
                origins,
                listed.path(),
                listed.size(),
                bytes -> FileListReader.read(bytes, listed, app, version, platform));
    }
}
