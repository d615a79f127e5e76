package cco.core.telemetry;

import cco.core.config.Configuration;
import cco.core.disk.IoReason;
import cco.core.env.Dirs;
import cco.core.error.CcoException;
import cco.core.error.CheckedSupplier;
import cco.core.error.SourceException;
import cco.core.error.StorageException;
import cco.core.error.UsageException;
import cco.core.http.HttpTransport;
import cco.core.model.Channel;
import cco.core.model.HostProduct;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Usage figures (docs/formats.md §13). cco keeps them only if the user has set {@code telemetry.enabled}, and sends
 * them only if {@code telemetry.endpoint} is set too. Until then the user can read them, and delete them at any time.
 * Keeping them never fails or delays the work that they describe.
 */
public final class Telemetry {

    private static final String MEDIA_TYPE = "application/jsonl";

    private final Path folder;
    private final EventQueue queue;
    private final HostProduct product;
    private final InstantSource clock;
    private final CheckedSupplier<Configuration, CcoException> settings;

    /**
     * The usage figures of this machine.
     *
     * @param dirs the folders of cco
     * @param product the program that runs the engine
     * @param clock the clock
     * @param settings reads the configuration
     */
    public Telemetry(
            Dirs dirs,
            HostProduct product,
            InstantSource clock,
            CheckedSupplier<Configuration, CcoException> settings) {
        this.folder = dirs.telemetry();
        this.queue = new EventQueue(folder);
        this.product = product;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * Keeps an event until it is sent. A failure is ignored: an event matters less than the user's work.
     *
     * @param type the type
     * @param channel the channel
     */
    public void record(EventType type, Channel channel) {
        try {
            queue.add(new TelemetryEvent(product.version(), product.platform(), channel, type, today()));
        } catch (IOException ignored) {
            return;
        }
    }

    /**
     * {@return the waiting events, byte for byte as they would be sent}
     *
     * <p>Nothing else is ever sent.
     *
     * @throws StorageException if the queue cannot be read
     */
    public String show() throws StorageException {
        try {
            return queue.text();
        } catch (IOException e) {
            throw failure("read", e);
        }
    }

    /**
     * Deletes the waiting events.
     *
     * @return how many events there were
     * @throws StorageException if the queue cannot be deleted
     */
    public int purge() throws StorageException {
        try {
            return queue.purge();
        } catch (IOException e) {
            throw failure("delete", e);
        }
    }

    /**
     * Sends the waiting events if that was not tried today. Fails silently, and keeps events that were not accepted. It
     * may take as long as the network's time limit, so only call it in a process that no user waits for.
     */
    public void sendIfDue() {
        try {
            send();
        } catch (CcoException ignored) {
            return; // The user did not ask for it.
        }
    }

    /**
     * Sends the waiting events if that was not tried today.
     *
     * @return how many events were accepted; 0 if there was nothing to send today
     * @throws UsageException if the user has not agreed, or no endpoint is set
     * @throws SourceException if the endpoint does not accept them; they are kept
     * @throws StorageException if the queue cannot be read or written
     */
    public int send() throws CcoException {
        Configuration current = settings.get();
        URI endpoint = endpoint(current);
        try {
            Optional<String> text = queue.takeForSending(today());
            if (text.isEmpty()) {
                return 0;
            }
            post(current, endpoint, text.get());
            queue.removeSent(text.get());
            return (int) text.get().lines().count();
        } catch (IOException e) {
            throw failure("read or write", e);
        }
    }

    private static URI endpoint(Configuration settings) throws UsageException {
        if (!settings.telemetryEnabled()) {
            throw new UsageException(
                    "usage figures are neither kept nor sent: telemetry.enabled is false",
                    "run `cco help telemetry` to see what they would contain");
        }
        return settings.telemetryEndpoint()
                .orElseThrow(() -> new UsageException(
                        "cannot send usage figures: telemetry.endpoint is not set",
                        "run `cco config set telemetry.endpoint URL`"));
    }

    private void post(Configuration settings, URI endpoint, String text) throws CcoException {
        int status;
        try {
            status = new HttpTransport(settings.network().withHeaders(product.headers()))
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
                "cannot send usage figures to " + endpoint + ": " + reason,
                "cco keeps them and tries again tomorrow",
                cause);
    }

    private StorageException failure(String verb, IOException cause) {
        return new StorageException(
                IoReason.explain("cannot " + verb + " the usage figures in " + folder, cause),
                "check the folder's permissions and the free space",
                cause);
    }

    /** In UTC, because a time zone would reveal the region. */
    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
