package cco.core.config;

import cco.core.toml.KeyPath;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps passwords and tokens out of everything that is shown, since what a terminal shows ends in logs and tickets. To
 * see one, the user opens the file.
 */
public final class Redaction {

    private static final String MASK = "***";

    /** To the last at sign: a password that was not encoded may have one. */
    private static final Pattern LOGIN = Pattern.compile("(//)([^/\\s:]*)(:?)(\\S*)@");

    private static final Pattern SECRET_NAME = Pattern.compile("(.*_)?(token|password|passphrase|secret)");

    private Redaction() {}

    /** A text whose addresses have no password: {@code https://user:***@proxy}, and no user name that stands alone. */
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

    /** A key's value without what is secret of it: all of a token, the password of an address. */
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
