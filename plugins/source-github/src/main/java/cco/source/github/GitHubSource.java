package cco.source.github;

import cco.api.BadSettingException;
import cco.api.ChannelSource;
import cco.api.Origin;
import cco.api.Settings;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The source {@code github}: one origin, the repository that {@code repository} names. With a token it reads everything
 * through the API, without one it never uses the API.
 */
public final class GitHubSource implements ChannelSource {

    static final String REPOSITORY = "repository";
    static final String MANIFEST = "manifest";
    static final String BASE = "base";
    static final String TAG = "tag";
    static final String TOKEN = "token";

    /** Called by ServiceLoader. */
    public GitHubSource() {}

    @Override
    public String id() {
        return "github";
    }

    @Override
    public Set<String> keys() {
        return Set.of(REPOSITORY, MANIFEST, BASE, TAG, TOKEN);
    }

    @Override
    public Set<String> variables() {
        return Set.of("GH_TOKEN", "GITHUB_TOKEN", "GH_ENTERPRISE_TOKEN", "GITHUB_ENTERPRISE_TOKEN");
    }

    @Override
    public List<Origin> origins(Settings settings) throws BadSettingException {
        String repository =
                settings.text(REPOSITORY).orElseThrow(() -> new BadSettingException(REPOSITORY, "names no repository"));
        Project project = Project.of(Site.of(settings.text(BASE)), repository);
        Place place = Place.of(settings.text(MANIFEST), project);
        TagPattern tag = TagPattern.of(settings.text(TAG));
        Optional<Token> token = Token.of(settings, project.site());
        Access access = token.isPresent() ? new FallbackAccess(project, token.get()) : new PublicAccess(project);
        return List.of(new GitHubOrigin(project, place, tag, access));
    }
}
