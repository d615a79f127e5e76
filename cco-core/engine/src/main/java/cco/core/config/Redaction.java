package cco.core.config;

import cco.core.toml.KeyPath;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks passwords and tokens in output, because terminal output ends up in logs and tickets. The file still shows them.
 */
public final class Redaction {

    private static final String MASK = "***";

    /** Up to the last at sign, because an unencoded password may contain one. */
    private static final Pattern LOGIN = Pattern.compile("(//)([^/\\s:]*)(:?)(\\S*)@");

    private static final Pattern SECRET_NAME = Pattern.compile("(.*_)?(token|password|passphrase|secret)");

    private Redaction() {}

    /**
     * Masks the login in URLs: {@code https://user:***@proxy}, or {@code https://***@proxy} for a lone user name.
     *
     * @param text the text
     * @return the masked text
     */
    public static String redacted(String text) {
        Matcher login = LOGIN.matcher(text);
        return login.replaceAll(match -> Matcher.quoteReplacement(
                match.group(1) + (match.group(3).isEmpty() ? "" : match.group(2) + ":") + MASK + "@"));
    }

    /** A header without its value. */
    private static String header(Object text) {
        return String.valueOf(text).replaceFirst("(?s)^([^:]*:?).*", "$1 " + Matcher.quoteReplacement(MASK));
    }

    /** Whether a value is secret or contains a secret. */
    static boolean isSecret(KeyPath key, Object value) {
        return !redacted(key, value).equals(value);
    }

    /** Masks the value of a key: all of a token, the login of a URL. */
    static Object redacted(KeyPath key, Object value) {
        if (SECRET_NAME.matcher(key.last().toLowerCase(Locale.ROOT)).matches()) {
            return MASK;
        }
        if (key.last().equals(SourceLogin.HEADERS)) {
            return value instanceof List<?> list
                    ? list.stream().map(one -> header(one)).toList()
                    : header(value);
        }
        return switch (value) {
            case List<?> list -> list.stream().map(one -> redacted(key, one)).toList();
            case String text -> redacted(text);
            default -> value;
        };
    }
}
