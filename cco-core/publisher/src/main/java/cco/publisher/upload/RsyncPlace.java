package cco.publisher.upload;

import cco.core.error.CcoException;
import cco.core.error.SourceException;
import cco.publisher.project.Destination;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A folder, here or behind ssh. rsync writes each file beside its place and renames it, so no reader sees a part. */
final class RsyncPlace implements UploadPlace {

    /** Partial transfer, such as that of a folder that is not there. */
    private static final int PARTIAL = 23;

    /** Files or their folders are missing, as those to delete are. */
    private static final int VANISHED = 24;

    private static final Pattern LISTED = Pattern.compile("-\\S+\\s+([0-9,]+) \\S+ \\S+ (.+)");

    private final Path directory;
    private final Destination destination;

    /** A folder; a relative one starts in this directory. */
    RsyncPlace(Path directory, Destination destination) {
        this.directory = directory;
        this.destination = destination;
    }

    @Override
    public Map<String, byte[]> read(List<String> paths) throws CcoException {
        return PathList.inTemporaryFolder(folder -> {
            List<String> arguments = new ArrayList<>(List.of("--recursive", "--include=*/"));
            paths.forEach(path -> arguments.add("--include=/" + path));
            arguments.addAll(List.of("--exclude=*", "--prune-empty-dirs", target(), folder + "/"));
            Map<String, byte[]> found = new LinkedHashMap<>();
            if (exists(run(arguments))) {
                for (String path : paths) {
                    if (Files.exists(folder.resolve(path))) {
                        found.put(path, Files.readAllBytes(folder.resolve(path)));
                    }
                }
            }
            return found;
        });
    }

    @Override
    public Map<String, Long> list() throws CcoException {
        Map<String, Long> sizes = new TreeMap<>();
        ToolRun run = run(List.of("--recursive", "--list-only", target()));
        if (exists(run)) {
            for (String line : run.lines()) {
                Matcher file = LISTED.matcher(line);
                if (file.matches()) {
                    sizes.put(file.group(2), Long.valueOf(file.group(1).replace(",", "")));
                }
            }
        }
        return sizes;
    }

    @Override
    public int upload(UploadFiles files, List<String> obsolete) throws CcoException {
        return PathList.inTemporaryFolder(folder -> {
            int sent = 0;
            for (Map.Entry<UploadStep, List<String>> step : files.steps().entrySet()) {
                List<String> arguments = new ArrayList<>(List.of("--times", "--hard-links"));
                if (!step.getKey().isImmutable()) {
                    arguments.add("--checksum"); // an equal size and time would not do
                }
                sent += send(files, folder, step.getValue(), arguments);
            }
            if (!obsolete.isEmpty()) {
                delete(files, folder, obsolete);
            }
            return sent;
        });
    }

    private int send(UploadFiles files, Path folder, Collection<String> paths, List<String> options)
            throws CcoException, IOException {
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(List.of("--chmod=Du=rwx,Dgo=rx,Fu=rw,Fgo=r", "--out-format=%i"));
        arguments.addAll(copy(files, folder, paths));
        return (int) run(arguments).require(destination.toString()).lines().stream()
                .filter(line -> line.matches("[<>]f.*"))
                .count();
    }

    private void delete(UploadFiles files, Path folder, List<String> paths) throws CcoException, IOException {
        List<String> arguments = new ArrayList<>(List.of("--delete-missing-args"));
        arguments.addAll(copy(files, folder, paths));
        ToolRun run = run(arguments);
        if (run.exit() != VANISHED) {
            run.require(destination.toString());
        }
    }

    private List<String> copy(UploadFiles files, Path folder, Collection<String> paths) throws IOException {
        return List.of("--files-from=" + PathList.write(folder, paths), files.root() + "/", target());
    }

    /** Whether the folder exists; a failure of another kind is an error. */
    private boolean exists(ToolRun run) throws SourceException {
        if (run.exit() == PARTIAL && run.errors().contains("No such file or directory")) {
            return false;
        }
        run.require(destination.toString());
        return true;
    }

    private ToolRun run(List<String> arguments) throws CcoException {
        List<String> command = new ArrayList<>(List.of("rsync", "--protect-args"));
        command.addAll(arguments);
        return ToolRun.of(directory, command);
    }

    private String target() {
        return destination.target().endsWith("/") ? destination.target() : destination.target() + "/";
    }
}
