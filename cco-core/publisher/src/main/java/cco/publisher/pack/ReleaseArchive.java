package cco.publisher.pack;

import cco.core.archive.UnpackLimits;
import cco.core.archive.Unpacker;
import cco.core.archive.UnsafeArchiveException;
import cco.core.disk.DurableFiles;
import cco.core.disk.IoReason;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.error.VerificationException;
import cco.core.model.ProgressListener;
import cco.core.stage.BuildCheck;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.tukaani.xz.MemoryLimitException;
import org.tukaani.xz.XZIOException;

/**
 * Turns what publishers have into a release archive: a folder, a single program, or an archive of another form, such as
 * a .tar.xz file, one without a top-level folder or a zip file for Linux. An archive that has the right form already
 * stays as it is.
 */
public final class ReleaseArchive {

    private static final String ADVICE =
            "give the folder of the build, its program, or a .tar.gz, .tar.xz or .zip file";

    private final Packer packer = new Packer();
    private final Unpacker unpacker = new Unpacker(UnpackLimits.DEFAULT);
    private final Path work;

    /**
     * Works in a folder.
     *
     * @param work an empty folder; the caller deletes it
     */
    public ReleaseArchive(Path work) {
        this.work = work;
    }

    /**
     * Makes the archive.
     *
     * @param request what to pack; its folder may also be a file
     * @return the archive, which is the build itself if it has the right form
     * @throws UsageException if the build has no form that cco knows
     */
    public Path of(PackRequest request) throws CcoException {
        Path build = request.folder();
        if (Files.isDirectory(build)) {
            return packer.pack(request, work.resolve("packed"));
        }
        try {
            return switch (BuildForm.of(build)) {
                case TAR_GZIP, ZIP -> archive(request);
                case PROGRAM -> program(request);
                case XZ -> xz(request);
                case UNKNOWN -> throw new UsageException(build + " is neither an archive nor a program", ADVICE);
            };
        } catch (IOException e) {
            throw new UsageException(IoReason.explain("cannot read " + build, e), ADVICE, e);
        }
    }

    private Path archive(PackRequest request) throws CcoException, IOException {
        Path build = request.folder();
        boolean zip = BuildForm.of(build) == BuildForm.ZIP;
        if (zip == request.platform().isWindows()) {
            try {
                unpacker.inspect(build, request.name().archive());
                return build;
            } catch (VerificationException otherForm) {
                return repack(request, zip);
            }
        }
        return repack(request, zip);
    }

    private Path xz(PackRequest request) throws CcoException, IOException {
        Path build = request.folder();
        Path tar = work.resolve("build.tar.gz");
        try {
            XzFile.toGzip(build, tar, UnpackLimits.DEFAULT);
        } catch (MemoryLimitException e) {
            throw new UsageException(
                    "cannot read " + build + ": it needs " + (e.getMemoryNeeded() >> 10) + " MiB of memory to unpack",
                    "compress it with xz -9 or a lower level",
                    e);
        } catch (XZIOException | EOFException e) {
            throw new UsageException("cannot read " + build + ": it is damaged or cut off", "make it again", e);
        } catch (UnsafeArchiveException e) {
            throw new UsageException(build + ": " + e.getMessage(), "give the folder of the build instead", e);
        }
        return repack(request.in(tar), false);
    }

    private Path repack(PackRequest request, boolean zip) throws CcoException, IOException {
        Path folder = work.resolve("unpacked");
        unpacker.unpackWhole(request.folder(), zip ? "build.zip" : "build.tar.gz", folder, ProgressListener.NONE);
        return packer.pack(request.in(top(folder)), work.resolve("packed"));
    }

    /** The only folder at the top, or the folder itself if there is more at the top. */
    private static Path top(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            return all.size() == 1 && Files.isDirectory(all.getFirst()) ? all.getFirst() : folder;
        }
    }

    private Path program(PackRequest request) throws CcoException, IOException {
        String name = request.programs().executable();
        boolean windows = request.platform().isWindows();
        Path program = work.resolve("program").resolve(windows && !name.endsWith(".exe") ? name + ".exe" : name);
        DurableFiles.createDirectories(program.getParent());
        try (InputStream content = Files.newInputStream(request.folder())) {
            DurableFiles.create(program, content);
        }
        if (Files.getFileAttributeView(program, PosixFileAttributeView.class) != null) {
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return packer.pack(request.in(work.resolve("program")), work.resolve("packed"));
    }

    /**
     * Starts the packed program, which must print its version.
     *
     * @throws UsageException if it does not
     */
    public void requireStarts(PackRequest request, Path archive, List<String> arguments) throws CcoException {
        Path folder = work.resolve("test");
        unpacker.unpack(archive, request.name().archive(), folder, ProgressListener.NONE);
        new BuildCheck(request.app(), request.version()).run(folder, request.programs(), arguments);
    }
}
