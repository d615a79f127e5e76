package cco.publisher.upload;

import cco.core.error.CcoException;
import cco.publisher.project.Destination;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A repository on GitHub: the files of a version are assets of the release with its tag, all others are on the branch
 * {@code releases}. Second names of assets stay away: clients find them under the plain name.
 */
final class GitHubPlace implements UploadPlace {

    private final GitHubReleases releases;
    private final GitBranch branch;

    GitHubPlace(Path directory, Destination destination) {
        String[] parts = destination.target().split("/");
        String host = parts.length == 3 ? parts[0] : "github.com";
        String repository = parts[parts.length - 2] + "/" + parts[parts.length - 1];
        this.releases = new GitHubReleases(directory, host, repository, destination.toString());
        this.branch = new GitBranch("https://" + host + "/" + repository + ".git", destination.toString());
    }

    @Override
    public Map<String, byte[]> read(List<String> paths) throws CcoException {
        return branch.read(paths);
    }

    @Override
    public Map<String, Long> list() throws CcoException {
        return branch.list();
    }

    @Override
    public int upload(UploadFiles files, List<String> obsolete) throws CcoException {
        Map<String, List<String>> assets = new LinkedHashMap<>();
        List<String> others = new ArrayList<>();
        files.steps().forEach((step, paths) -> {
            for (String path : paths) {
                if (step != UploadStep.VERSIONS) {
                    if (!isSecondNameOfAsset(path)) {
                        others.add(path);
                    }
                } else if (!UploadStep.hasDigest(path)) {
                    String tag = path.substring(0, path.indexOf('/'));
                    assets.computeIfAbsent(tag, _ -> new ArrayList<>()).add(path);
                }
            }
        });
        int sent = releases.upload(files, assets);
        return sent + branch.push(files, others, obsolete, "publish " + String.join(", ", assets.keySet()));
    }

    private static boolean isSecondNameOfAsset(String path) {
        return path.startsWith("v") && UploadStep.hasDigest(path);
    }
}
