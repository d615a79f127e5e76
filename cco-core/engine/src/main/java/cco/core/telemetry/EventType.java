package cco.core.telemetry;

import cco.core.error.BusyException;
import cco.core.error.CcoException;
import cco.core.error.InstallException;
import cco.core.error.NotManagedException;
import cco.core.error.PluginException;
import cco.core.error.SourceException;
import cco.core.error.StorageException;
import cco.core.error.UsageException;
import cco.core.error.VerificationException;
import java.util.Optional;

/** What an event may report. The list is closed: nothing else is ever reported. */
public enum EventType {
    /** An app was installed. */
    INSTALLED("installed"),
    /** An app was updated. */
    UPDATED("updated"),
    /** An app was switched back to an earlier version. */
    ROLLED_BACK("rolled-back"),
    /** A source could not be reached or read (exit code 3). */
    SOURCE_FAILED("failed-3"),
    /** Verification failed (exit code 4). */
    VERIFICATION_FAILED("failed-4"),
    /** An installation failed (exit code 5). */
    INSTALL_FAILED("failed-5"),
    /** A plugin was refused (exit code 8). */
    PLUGIN_FAILED("failed-8");

    private final String word;

    EventType(String word) {
        this.word = word;
    }

    /**
     * {@return the type of a failure; nothing if it would say more about the user than about cco}
     *
     * @param failure the failure
     */
    public static Optional<EventType> of(CcoException failure) {
        return switch (failure) {
            case SourceException _ -> Optional.of(SOURCE_FAILED);
            case VerificationException _ -> Optional.of(VERIFICATION_FAILED);
            case InstallException _ -> Optional.of(INSTALL_FAILED);
            case PluginException _ -> Optional.of(PLUGIN_FAILED);
            case UsageException _, BusyException _, NotManagedException _, StorageException _ -> Optional.empty();
        };
    }

    /** The word in the event. */
    @Override
    public String toString() {
        return word;
    }
}
