package cco.source.github;

import cco.api.BadSettingException;
import cco.api.Content;
import cco.api.Origin;
import cco.api.Resource;
import cco.api.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A source's table and environment; the repository is {@code octo/hello} unless it says otherwise. */
record Table(Map<String, String> values, Map<String, String> environment) implements Settings {

    /** Pairs of keys and values; those in capitals are variables. */
    static Table of(String... pairs) {
        Map<String, String> values = new HashMap<>(Map.of(GitHubSource.REPOSITORY, "octo/hello"));
        Map<String, String> environment = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            boolean variable = pairs[i].equals(pairs[i].toUpperCase());
            (variable ? environment : values).put(pairs[i], pairs[i + 1]);
        }
        return new Table(values, environment);
    }

    Origin origin() throws BadSettingException {
        return new GitHubSource().origins(this).getFirst();
    }

    /** Reads several files of one origin as text. */
    List<String> readAll(FakeGitHub github, String... paths) throws BadSettingException, IOException {
        Origin origin = origin();
        List<String> texts = new ArrayList<>();
        for (String path : paths) {
            try (Content content = origin.open(Resource.whole(path), github)) {
                texts.add(new String(content.stream().readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    /** Reads a whole file of the origin as text. */
    String read(FakeGitHub github, String path) throws BadSettingException, IOException {
        try (Content content = origin().open(Resource.whole(path), github)) {
            return new String(content.stream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key));
    }

    @Override
    public List<String> texts(String key) {
        return text(key).stream().toList();
    }

    @Override
    public Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name));
    }
}
