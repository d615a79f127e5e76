package cco.source.mirror;

import cco.api.BadSettingException;
import cco.api.ChannelSource;
import cco.api.Origin;
import cco.api.Settings;
import cco.api.Transport;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The source {@code mirror}: one origin for each URL in {@code urls}, in that order. */
public final class MirrorSource implements ChannelSource {

    private static final String URLS = "urls";

    /** Called by ServiceLoader. */
    public MirrorSource() {}

    @Override
    public String id() {
        return "mirror";
    }

    @Override
    public Set<String> keys() {
        return Set.of(URLS);
    }

    @Override
    public List<Origin> origins(Settings settings) throws BadSettingException {
        List<Origin> origins = new ArrayList<>();
        for (String url : settings.texts(URLS)) {
            origins.add(new MirrorOrigin(base(url)));
        }
        if (origins.isEmpty()) {
            throw new BadSettingException(URLS, "names no mirror");
        }
        return origins;
    }

    /** The URL without trailing slashes. The host checks it again; this check reports mistakes early. */
    private static URI base(String url) throws BadSettingException {
        URI uri;
        try {
            uri = new URI(url.replaceFirst("/+$", ""));
        } catch (URISyntaxException _) {
            throw new BadSettingException(URLS, "is not a URL: " + url);
        }
        if (uri.getHost() == null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new BadSettingException(URLS, "must be like https://mirror.example.com/app: " + url);
        }
        if (uri.getRawUserInfo() != null) {
            throw new BadSettingException(URLS, "must not contain a user name or password");
        }
        boolean loopback = "http".equalsIgnoreCase(uri.getScheme()) && Transport.isLoopback(uri.getHost());
        if (!loopback && !"https".equalsIgnoreCase(uri.getScheme())) {
            throw new BadSettingException(URLS, "must start with https: " + url);
        }
        return uri;
    }
}
