package cco.core.update;

import cco.core.install.Installed;
import cco.core.install.Receipt;
import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.Version;
import java.util.List;
import java.util.Optional;

/**
 * An app that cco keeps, as its receipt says.
 *
 * @param app the app
 * @param current the version that runs
 * @param previous the version that a rollback leads to
 * @param versions all installed versions, oldest first
 * @param channel the channel that it follows
 * @param source the source that the current version came from
 * @param trust the trust mode of that source
 */
public record InstalledApp(
        AppName app,
        Version current,
        Optional<Version> previous,
        List<Version> versions,
        Channel channel,
        String source,
        String trust) {

    static InstalledApp of(Receipt receipt) {
        return new InstalledApp(
                receipt.app(),
                receipt.current(),
                receipt.previous(),
                receipt.installed().stream().map(Installed::version).toList(),
                receipt.provenance().channel(),
                receipt.provenance().source(),
                receipt.provenance().trust());
    }
}
