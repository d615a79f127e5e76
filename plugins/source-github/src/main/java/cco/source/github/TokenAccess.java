package cco.source.github;

import cco.api.Content;
import cco.api.Resource;
import cco.api.Transport;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * The API, with a token. A file of a release takes three steps: the release by its tag, the file's number in its list
 * of files, and the bytes by that number, which GitHub serves or redirects to a store. Only the API's host gets the
 * token.
 */
record TokenAccess(Project project, Token token) implements Access {

    private static final String JSON = "application/vnd.github+json";
    private static final String RAW = "application/vnd.github.raw+json";
    private static final String BYTES = "application/octet-stream";

    /** GitHub's largest page size; a shorter page is the last one. */
    private static final int PAGE = 100;

    /** GitHub allows 1,000 files per release. */
    private static final int MAX_PAGES = 10;

    private static final String HINT = "check the repository's name, and that the token may read its contents";

    @Override
    public Content open(ReleaseFile file, Resource resource, Transport transport) throws IOException {
        String missing = project + " has no " + file.release() + " that " + token + " may read";
        String path =
                file.tag().map(tag -> "tags/" + GitHubAddresses.segment(tag)).orElse("latest");
        GitHubRelease release = GitHubRelease.read(read("releases/" + path, missing, transport));
        Long asset = release.assets().get(file.name());
        for (int page = 1, size = PAGE; asset == null && size == PAGE && page <= MAX_PAGES; page++) {
            String next = "releases/" + release.id() + "/assets?per_page=" + PAGE + "&page=" + page;
            Map<String, Long> assets = GitHubRelease.assets(read(next, missing, transport));
            asset = assets.get(file.name());
            size = assets.size();
        }
        String absent = "the " + file.release() + " of " + project + " has no file " + file.name();
        if (asset == null) {
            throw Explanation.missing(absent, "try again later, and tell the publisher if it does not help", null);
        }
        return get("releases/assets/" + asset, BYTES, absent, resource, transport);
    }

    @Override
    public Content open(BranchFile file, Resource resource, Transport transport) throws IOException {
        String path =
                "contents/" + GitHubAddresses.path(file.path()) + "?ref=" + GitHubAddresses.segment(file.branch());
        String missing = "the branch " + file.branch() + " of " + project + " has no file " + file.path() + " that "
                + token + " may read";
        return get(path, RAW, missing, resource, transport);
    }

    @Override
    public Content open(URI address, Resource resource, Transport transport) throws IOException {
        return new PublicAccess(project).open(address, resource, transport);
    }

    private byte[] read(String path, String missing, Transport transport) throws IOException {
        try (Content content = get(path, JSON, missing, Resource.whole("json"), transport)) {
            return content.stream().readNBytes(GitHubRelease.MAX_BYTES + 1);
        }
    }

    private Content get(String path, String accept, String missing, Resource resource, Transport transport)
            throws IOException {
        Map<String, String> headers = Map.of(
                "Authorization", "Bearer " + token.text(), "Accept", accept, "X-GitHub-Api-Version", "2022-11-28");
        try {
            return transport.get(project.api(path), resource, headers);
        } catch (IOException e) {
            throw new Explanation(missing, HINT, project.site(), Optional.of(token)).of(e);
        }
    }
}
