package cco.core.update;

import cco.core.error.InstallException;
import cco.core.install.AppHome;
import cco.core.install.HoldFile;
import cco.core.install.InstalledVersion;
import cco.core.install.QuarantineFile;
import cco.core.install.Receipt;
import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.Hold;
import cco.core.model.Quarantined;
import cco.core.model.Version;
import java.util.List;
import java.util.Optional;

/**
 * An app that cco manages.
 *
 * @param app the app
 * @param current the current version
 * @param previous the version that a rollback switches to
 * @param versions all installed versions, oldest first
 * @param channel the channel that the app follows
 * @param source the source of the current version
 * @param trust the trust mode of that source
 * @param commands the names of its commands, the app's own first; empty if none was created
 * @param hold the version that the user keeps, if any
 * @param quarantine the versions that did not work here, oldest first
 */
public record InstalledApp(
        AppName app,
        Version current,
        Optional<Version> previous,
        List<Version> versions,
        Channel channel,
        String source,
        String trust,
        List<String> commands,
        Optional<Hold> hold,
        List<Quarantined> quarantine) {

    static InstalledApp of(AppHome home, Receipt receipt) throws InstallException {
        return new InstalledApp(
                receipt.app(),
                receipt.current(),
                receipt.previous(),
                receipt.installed().stream().map(InstalledVersion::version).toList(),
                receipt.provenance().channel(),
                receipt.provenance().source(),
                receipt.provenance().trust(),
                receipt.links().stream().map(link -> link.command().name()).toList(),
                new HoldFile(home).read(Optional.of(receipt.current())),
                List.copyOf(new QuarantineFile(home).read().values()));
    }
}
