package cco.source.github;

import cco.api.BadSettingException;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A repository on a site. */
record Project(Site site, String owner, String name) {

    private static final Pattern NAME = Pattern.compile("([A-Za-z0-9][A-Za-z0-9_-]{0,99})/([A-Za-z0-9._-]{1,100})");

    static Project of(Site site, String text) throws BadSettingException {
        Matcher matcher = NAME.matcher(text);
        if (!matcher.matches() || matcher.group(2).matches("\\.\\.?")) {
            throw new BadSettingException(GitHubSource.REPOSITORY, "must be like owner/name: " + text);
        }
        return new Project(site, matcher.group(1), matcher.group(2));
    }

    /** The URL of its website. */
    URI web() {
        return URI.create(site.web() + "/" + this);
    }

    /** The URL of a file of a release. */
    URI download(ReleaseFile file) {
        String release = file.tag()
                .map(tag -> "download/" + GitHubAddresses.segment(tag))
                .orElse("latest/download");
        return URI.create(web() + "/releases/" + release + "/" + GitHubAddresses.segment(file.name()));
    }

    /** The URL of a file of a branch. */
    URI raw(BranchFile file) {
        String path = GitHubAddresses.path(file.branch()) + "/" + GitHubAddresses.path(file.path());
        return URI.create(site.raw().map(raw -> raw + "/" + this + "/").orElse(web() + "/raw/") + path);
    }

    /** A URL in the API. */
    URI api(String path) {
        return URI.create(site.api() + "/repos/" + this + "/" + path);
    }

    @Override
    public String toString() {
        return owner + "/" + name;
    }
}
