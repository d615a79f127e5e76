package cco.publisher.upload;

import cco.core.disk.DurableFiles;
import cco.core.error.CcoException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A branch of a git repository on a server. One push changes all its files at once, and fails if someone else has
 * pushed meanwhile.
 */
final class GitBranch {

    private static final String BRANCH = "releases";

    /** A publisher who uses gh is logged in already; git asks its other helpers first. */
    private static final String LOGIN = "credential.helper=!gh auth git-credential";

    private final String address;
    private final String destination;

    GitBranch(String address, String destination) {
        this.address = address;
        this.destination = destination;
    }

    Map<String, byte[]> read(List<String> paths) throws CcoException {
        Map<String, Long> present = list();
        return PathList.inTemporaryFolder(folder -> {
            Map<String, byte[]> found = new LinkedHashMap<>();
            if (!present.isEmpty() && fetch(folder)) {
                for (String path : paths) {
                    if (present.containsKey(path)) {
                        found.put(
                                path, git(folder, "show", "FETCH_HEAD:" + path).output());
                    }
                }
            }
            return found;
        });
    }

    Map<String, Long> list() throws CcoException {
        return PathList.inTemporaryFolder(folder -> {
            Map<String, Long> sizes = new TreeMap<>();
            if (fetch(folder)) {
                for (String line :
                        git(folder, "ls-tree", "-r", "--long", "FETCH_HEAD").lines()) {
                    String[] columns = line.split("\\s+", 5);
                    sizes.put(columns[4], Long.valueOf(columns[3]));
                }
            }
            return sizes;
        });
    }

    /** Commits the files and the deletions, and pushes the commit; returns the number of changed files. */
    int push(UploadFiles files, List<String> paths, List<String> obsolete, String message) throws CcoException {
        return PathList.inTemporaryFolder(folder -> {
            if (fetch(folder)) {
                git(folder, "checkout", "--quiet", "-B", BRANCH, "FETCH_HEAD");
            } else {
                git(folder, "checkout", "--quiet", "--orphan", BRANCH);
            }
            fill(files, paths, obsolete, folder);
            git(folder, "add", "--all", "--force");
            int changed = git(folder, "status", "--porcelain").lines().size();
            if (changed > 0) {
                commit(folder, message);
                git(folder, "-c", LOGIN, "push", "--quiet", address, "HEAD:refs/heads/" + BRANCH);
            }
            return changed;
        });
    }

    private static void fill(UploadFiles files, List<String> paths, List<String> obsolete, Path folder)
            throws IOException {
        for (String path : paths) {
            DurableFiles.createDirectories(folder.resolve(path).getParent());
            DurableFiles.write(
                    folder.resolve(path), Files.readAllBytes(files.root().resolve(path)));
        }
        for (String path : obsolete) {
            Files.deleteIfExists(folder.resolve(path));
        }
    }

    /** Uses the publisher's name, and cco's on a machine without one, such as a CI runner. */
    private void commit(Path folder, String message) throws CcoException {
        List<String> command = new ArrayList<>();
        if (run(folder, List.of("config", "user.email")).exit() != 0) {
            command.addAll(List.of("-c", "user.name=cco", "-c", "user.email=cco@localhost"));
        }
        command.addAll(List.of("commit", "--quiet", "--message", message));
        run(folder, command).require(destination);
    }

    /** Fetches the newest commit into a new repository, unless there is no such branch. */
    private boolean fetch(Path folder) throws CcoException {
        if (!Files.exists(folder.resolve(".git"))) {
            git(folder, "init", "--quiet");
        }
        if (git(folder, "-c", LOGIN, "ls-remote", "--heads", address, BRANCH)
                .lines()
                .isEmpty()) {
            return false;
        }
        git(folder, "-c", LOGIN, "fetch", "--quiet", "--depth=1", address, BRANCH);
        return true;
    }

    private ToolRun git(Path folder, String... arguments) throws CcoException {
        return run(folder, List.of(arguments)).require(destination);
    }

    private static ToolRun run(Path folder, List<String> arguments) throws CcoException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(arguments);
        return ToolRun.of(folder, command);
    }
}
