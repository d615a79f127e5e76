package cco.core.config;

import cco.api.BadSettingException;
import cco.core.env.Env;
import cco.core.http.SourceCredentials;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The login and headers in a source's table: {@code username} and {@code password}, {@code headers}, and the user names
 * and passwords in its URLs. A value may name an environment variable, as in {@code env:NAME}.
 */
record SourceLogin(Map<String, Object> values, Env env) {

    static final String USERNAME = "username";
    static final String PASSWORD = "password";
    static final String HEADERS = "headers";

    /** The keys that the host reads, unless the source has a key of that name itself. */
    static final Set<String> KEYS = Set.of(USERNAME, PASSWORD, HEADERS);

    private static final Pattern URL = Pattern.compile("(?i)(https?://)(?:([^/?#]*)@)?([^/?#@]+[^?#]*)(.*)");
    private static final Pattern HEADER = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):\\s*(\\S.*?)\\s*");
    private static final Pattern VARIABLE = Pattern.compile("\\benv:([A-Za-z_][A-Za-z0-9_]*)");

    /** A URL without the user name and password in it; any other text as it is. */
    static String withoutLogin(String text) {
        Matcher url = URL.matcher(text);
        return url.matches() ? url.group(1) + url.group(3) + url.group(4) : text;
    }

    /**
     * The credentials for the servers of the table's URLs.
     *
     * @param sourceKeys the keys that the source reads itself
     * @throws BadSettingException if a value cannot be used
     */
    SourceCredentials credentials(Set<String> sourceKeys) throws BadSettingException {
        SourceCredentials credentials = new SourceCredentials();
        Map<String, String> common = new LinkedHashMap<>(login(sourceKeys));
        if (!sourceKeys.contains(HEADERS)) {
            for (String header : texts(HEADERS)) {
                addHeader(header, common);
            }
        }
        for (String key : values.keySet()) {
            for (String text : KEYS.contains(key) ? List.<String>of() : texts(key)) {
                addUrl(key, text, common, credentials);
            }
        }
        return credentials;
    }

    private Map<String, String> login(Set<String> sourceKeys) throws BadSettingException {
        if (sourceKeys.contains(USERNAME) || sourceKeys.contains(PASSWORD)) {
            return Map.of();
        }
        Optional<String> user = texts(USERNAME).stream().findFirst();
        Optional<String> password = texts(PASSWORD).stream().findFirst();
        if (user.isEmpty() && password.isEmpty()) {
            return Map.of();
        }
        if (user.isEmpty()) {
            throw new BadSettingException(PASSWORD, "needs a username");
        }
        return SourceCredentials.basic(
                resolved(USERNAME, user.get()), password.isPresent() ? resolved(PASSWORD, password.get()) : "");
    }

    private void addHeader(String text, Map<String, String> headers) throws BadSettingException {
        Matcher header = HEADER.matcher(text);
        if (!header.matches()) {
            // Without the text, which may be a secret.
            throw new BadSettingException(HEADERS, "must be like \"Name: value\"");
        }
        headers.put(header.group(1), resolved(HEADERS, header.group(2)));
    }

    private void addUrl(String key, String text, Map<String, String> common, SourceCredentials credentials)
            throws BadSettingException {
        Matcher url = URL.matcher(text);
        if (!url.matches()) {
            return;
        }
        Map<String, String> headers = new LinkedHashMap<>(common);
        if (url.group(2) != null) {
            try {
                headers.putAll(SourceCredentials.basic(url.group(2)));
            } catch (IllegalArgumentException notEncoded) {
                throw new BadSettingException(key, "write special characters of the password as %XX");
            }
        }
        if (!headers.isEmpty()) {
            try {
                credentials.add(URI.create(url.group(1) + url.group(3)), headers);
            } catch (IllegalArgumentException notAUrl) {
                // The source reports it.
            }
        }
    }

    private String resolved(String key, String text) throws BadSettingException {
        List<String> missing = new ArrayList<>();
        String resolved =
                VARIABLE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(variable(match, missing)));
        if (!missing.isEmpty()) {
            throw new BadSettingException(key, "the environment variable " + missing.getFirst() + " is not set");
        }
        return resolved;
    }

    private String variable(MatchResult match, List<String> missing) {
        Optional<String> value = env.variable(match.group(1));
        if (value.isEmpty()) {
            missing.add(match.group(1));
        }
        return value.orElse("");
    }

    private List<String> texts(String key) {
        return switch (values.get(key)) {
            case null -> List.of();
            case List<?> list -> list.stream().map(String.class::cast).toList();
            case Object text -> List.of((String) text);
        };
    }
}
