package cco.publisher.upload;

import cco.core.disk.IoReason;
import cco.core.error.CcoException;
import cco.core.error.StorageException;
import cco.core.error.UsageException;
import cco.publisher.project.Destination;
import cco.publisher.repository.PublishWorkspace;
import cco.publisher.repository.ReleaseRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Uploads a release repository to a destination, and compares the two. */
public final class Uploader {

    private final Path repository;
    private final Path directory;

    /**
     * An uploader.
     *
     * @param repository the folder of the repository
     * @param directory the folder in which relative destinations start
     */
    public Uploader(Path repository, Path directory) {
        this.repository = repository.toAbsolutePath().normalize();
        this.directory = directory;
    }

    /**
     * Refuses a destination that knows something that the repository does not.
     *
     * @throws CcoException as {@link #upload}
     */
    public void requireNothingNewer(Destination destination) throws CcoException {
        RemoteState.of(place(destination)).requireBefore(here(), destination.toString());
    }

    /**
     * Uploads everything that the destination lacks, and locks out other publishers of this repository meanwhile.
     *
     * @throws UsageException if the destination has a newer or another state, or its tool is missing
     * @throws cco.core.error.SourceException if the tool fails; repeating completes the upload
     */
    public UploadResult upload(Destination destination) throws CcoException {
        requireNothingNewer(destination);
        return replace(destination);
    }

    /**
     * The same without comparing first.
     *
     * @throws CcoException as {@link #upload}
     */
    public UploadResult replace(Destination destination) throws CcoException {
        UploadPlace place = place(destination);
        try (PublishWorkspace _ = PublishWorkspace.open(repository)) {
            UploadFiles files = UploadFiles.of(repository);
            RemoteState here = here();
            List<String> obsolete = files.obsolete(place.list().keySet());
            int sent = place.upload(files, obsolete);
            return new UploadResult(destination, here.serial(), here.version(), sent, obsolete.size());
        } catch (IOException e) {
            throw new StorageException(IoReason.explain("cannot lock " + repository, e), "check its permissions", e);
        }
    }

    /**
     * The files that an upload would send: those that are not there in this size, and those that change with every
     * release. Changes nothing.
     *
     * @throws CcoException as {@link #upload}
     */
    public SortedMap<UploadStep, Map<String, Long>> preview(Destination destination) throws CcoException {
        UploadPlace place = place(destination);
        RemoteState there = RemoteState.of(place);
        RemoteState here = here();
        there.requireBefore(here, destination.toString());
        Map<String, Long> present = place.list();
        UploadFiles files = UploadFiles.of(repository);
        SortedMap<UploadStep, Map<String, Long>> preview = new TreeMap<>();
        files.sizes().forEach((path, size) -> {
            UploadStep step = UploadStep.of(path);
            boolean changes = step == UploadStep.MANIFEST || step == UploadStep.TIMESTAMP;
            if (!size.equals(present.get(path)) || changes && !there.sameAs(here)) {
                preview.computeIfAbsent(step, _ -> new TreeMap<>()).put(path, size);
            }
        });
        return preview;
    }

    /**
     * Compares a destination with the repository.
     *
     * @throws CcoException if the destination cannot be read
     */
    public DestinationStatus status(Destination destination) throws CcoException {
        RemoteState there = RemoteState.of(place(destination));
        DestinationStatus.State state = DestinationStatus.State.BEHIND;
        String message = "";
        try {
            there.requireBefore(here(), destination.toString());
            if (there.isEmpty()) {
                state = DestinationStatus.State.EMPTY;
            } else if (there.sameAs(here())) {
                state = DestinationStatus.State.CURRENT;
            }
        } catch (UsageException foreign) {
            state = DestinationStatus.State.FOREIGN;
            message = foreign.getMessage();
        }
        return new DestinationStatus(destination, there.serial(), there.version(), state, message);
    }

    private RemoteState here() throws StorageException {
        return new RemoteState(read(ReleaseRepository.MANIFEST), read("metadata/timestamp.json"));
    }

    private Optional<byte[]> read(String path) throws StorageException {
        Path file = repository.resolve(path);
        try {
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw new StorageException("cannot read " + file + ": " + IoReason.brief(e), "check its permissions", e);
        }
    }

    private UploadPlace place(Destination destination) {
        return switch (destination.tool()) {
            case RSYNC -> new RsyncPlace(directory, destination);
            case RCLONE -> new RclonePlace(directory, destination);
            case GITHUB -> new GitHubPlace(directory, destination);
        };
    }
}
