package cco.publisher.upload;

import cco.core.error.CcoException;
import cco.publisher.project.Destination;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An object store, or another place that rclone knows. */
final class RclonePlace implements UploadPlace {

    /** The exit codes for a folder and for a file that are not there. */
    private static final Set<Integer> ABSENT = Set.of(3, 4);

    /** What caches may do with files that keep their content, and with the others. */
    private static final String KEEP = "Cache-Control: public, max-age=31536000, immutable";

    private static final String ASK = "Cache-Control: no-cache";

    private final Path directory;
    private final Destination destination;

    RclonePlace(Path directory, Destination destination) {
        this.directory = directory;
        this.destination = destination;
    }

    @Override
    public Map<String, byte[]> read(List<String> paths) throws CcoException {
        Map<String, byte[]> found = new LinkedHashMap<>();
        for (String path : paths) {
            ToolRun run = run(List.of("cat", below(path)));
            if (!ABSENT.contains(run.exit())) {
                run.require(destination.toString());
                if (run.output().length > 0) { // an object store reports no error for a missing object
                    found.put(path, run.output());
                }
            }
        }
        return found;
    }

    @Override
    public Map<String, Long> list() throws CcoException {
        ToolRun run = run(List.of("lsf", "--recursive", "--files-only", "--format=sp", destination.target()));
        Map<String, Long> sizes = new TreeMap<>();
        if (!ABSENT.contains(run.exit())) {
            for (String line : run.require(destination.toString()).lines()) {
                String[] parts = line.split(";", 2);
                sizes.put(parts[1], Long.valueOf(parts[0]));
            }
        }
        return sizes;
    }

    @Override
    public int upload(UploadFiles files, List<String> obsolete) throws CcoException {
        return PathList.inTemporaryFolder(folder -> {
            int sent = 0;
            for (Map.Entry<UploadStep, List<String>> step : files.steps().entrySet()) {
                // Not every store keeps a time or a digest, and small files often have the same size.
                String comparison = step.getKey().isImmutable() ? "--checksum" : "--ignore-times";
                Map<Boolean, List<String>> paths =
                        step.getValue().stream().collect(Collectors.partitioningBy(UploadStep::isUnchanging));
                sent += send(files, folder, paths.get(true), List.of(comparison, "--header-upload", KEEP));
                sent += send(files, folder, paths.get(false), List.of(comparison, "--header-upload", ASK));
            }
            if (!obsolete.isEmpty()) {
                String paths = PathList.write(folder, obsolete);
                run(List.of("delete", "--files-from-raw", paths, destination.target()))
                        .require(destination.toString());
            }
            return sent;
        });
    }

    private int send(UploadFiles files, Path folder, Collection<String> paths, List<String> options)
            throws CcoException, IOException {
        if (paths.isEmpty()) {
            return 0;
        }
        List<String> arguments = new ArrayList<>(List.of("copy", "--log-level=INFO", "--stats=0"));
        arguments.addAll(options);
        arguments.addAll(List.of("--files-from-raw", PathList.write(folder, paths)));
        arguments.addAll(List.of(files.root().toString(), destination.target()));
        return (int) run(arguments)
                .require(destination.toString())
                .errors()
                .lines()
                .filter(line -> line.contains(": Copied ("))
                .count();
    }

    private ToolRun run(List<String> arguments) throws CcoException {
        List<String> command = new ArrayList<>(List.of("rclone"));
        command.addAll(arguments);
        return ToolRun.of(directory, command);
    }

    private String below(String path) {
        String target = destination.target();
        return target.endsWith("/") || target.endsWith(":") ? target + path : target + "/" + path;
    }
}
