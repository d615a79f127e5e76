package cco.core.update;

import cco.core.config.Settings;
import cco.core.disk.IoReason;
import cco.core.error.CcoException;
import cco.core.error.InstallException;
import cco.core.error.SourceException;
import cco.core.error.UsageException;
import cco.core.http.HttpTransport;
import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.HostProduct;
import cco.core.session.EngineContext;
import cco.core.telemetry.EventQueue;
import cco.core.telemetry.EventType;
import cco.core.telemetry.TelemetryEvent;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Usage figures (docs/formats.md §13). They are kept only if the user has set {@code telemetry.enabled}, and sent only
 * if {@code telemetry.endpoint} names a place too; before that they can be read, and at any time purged. Keeping them
 * never fails or delays what they tell of.
 */
public final class Telemetry {

    private static final String MEDIA_TYPE = "application/jsonl";

    private final EngineContext tools;
    private final EventQueue queue;

    Telemetry(EngineContext tools) {
        this.tools = tools;
        this.queue = new EventQueue(tools.dirs().telemetry());
    }

    /** Something that may be told of. */
    @FunctionalInterface
    interface Work {
        UpdateOutcome run() throws CcoException;
    }

    /** Does some work for an app and keeps a report of how it ended, if the user has agreed. */
    UpdateOutcome told(Settings settings, AppName app, Optional<Channel> named, Work work) throws CcoException {
        if (!settings.telemetryEnabled()) {
            return work.run();
        }
        Channel channel = named.orElseGet(() -> settings.updates(app).channel());
        try {
            UpdateOutcome outcome = work.run();
            happening(outcome).ifPresent(happening -> keep(happening, channel));
            return outcome;
        } catch (CcoException e) {
            EventType.of(e).ifPresent(happening -> keep(happening, channel));
            throw e;
        }
    }

    private static Optional<EventType> happening(UpdateOutcome outcome) {
        return switch (outcome) {
            case UpdateOutcome.Installed _ -> Optional.of(EventType.INSTALLED);
            case UpdateOutcome.Updated _ -> Optional.of(EventType.UPDATED);
            case UpdateOutcome.RolledBack _ -> Optional.of(EventType.ROLLED_BACK);
            case UpdateOutcome.UpToDate _, UpdateOutcome.Available _, UpdateOutcome.HeldBack _ -> Optional.empty();
        };
    }

    private void keep(EventType happening, Channel channel) {
        HostProduct product = tools.product();
        try {
            queue.add(new TelemetryEvent(product.version(), product.platform(), channel, happening, today()));
        } catch (IOException e) {
            // A figure is worth less than what the user is about.
        }
    }

    /**
     * What waits to be sent, to the byte: nothing else ever is.
     *
     * @throws InstallException if the queue cannot be read
     */
    public String show() throws InstallException {
        try {
            return queue.text();
        } catch (IOException e) {
            throw failure("read", e);
        }
    }

    /**
     * Deletes what waits.
     *
     * @return how many reports there were
     * @throws InstallException if the queue cannot be deleted
     */
    public int purge() throws InstallException {
        try {
            return queue.purge();
        } catch (IOException e) {
            throw failure("delete", e);
        }
    }

    /**
     * Sends what waits, unless that was tried today. To be called by a process for which nobody waits: it may take the
     * network's time limit. It fails silently; what was not accepted stays for another day.
     */
    public void sendDue() {
        try {
            send();
        } catch (CcoException e) {
            // Nobody has asked for it, so nobody is told.
        }
    }

    /**
     * Sends what waits, unless that was tried today.
     *
     * @return how many reports were accepted; 0 if there was nothing to send today
     * @throws UsageException if the user has not agreed, or named no place
     * @throws SourceException if the place does not accept them; they are kept
     * @throws InstallException if the queue cannot be read or written
     */
    public int send() throws CcoException {
        Settings settings = tools.config().settings();
        URI endpoint = endpoint(settings);
        try {
            Optional<String> text = queue.takeTry(today());
            if (text.isEmpty()) {
                return 0;
            }
            post(settings, endpoint, text.get());
            queue.sent(text.get());
            return (int) text.get().lines().count();
        } catch (IOException e) {
            throw failure("read or write", e);
        }
    }

    private static URI endpoint(Settings settings) throws UsageException {
        if (!settings.telemetryEnabled()) {
            throw new UsageException(
                    "usage figures are neither kept nor sent: telemetry.enabled is false",
                    "cco help telemetry tells what they would be");
        }
        return settings.telemetryEndpoint()
                .orElseThrow(() -> new UsageException(
                        "usage figures are sent nowhere: telemetry.endpoint is not set",
                        "name a place, with `cco config set telemetry.endpoint URL`"));
    }

    private void post(Settings settings, URI endpoint, String text) throws CcoException {
        int status;
        try {
            status = new HttpTransport(tools.network(settings))
                    .post(endpoint, MEDIA_TYPE, text.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw refused(endpoint, IoReason.of(e), e);
        }
        if (status / 100 != 2) {
            throw refused(endpoint, "http status " + status, null);
        }
    }

    private static SourceException refused(URI endpoint, String reason, IOException cause) {
        return new SourceException(
                "cannot send usage figures to " + endpoint + ": " + reason, "they are kept for another day", cause);
    }

    private InstallException failure(String what, IOException cause) {
        return new InstallException(
                "cannot " + what + " the usage figures in " + tools.dirs().telemetry() + ": " + IoReason.of(cause),
                "check the folder's permissions and the free space",
                cause);
    }

    /** In UTC, since a time zone would tell a region. */
    private LocalDate today() {
        return LocalDate.ofInstant(tools.clock().instant(), ZoneOffset.UTC);
    }
}
