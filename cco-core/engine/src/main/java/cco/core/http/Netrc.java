package cco.core.http;

import java.io.IOException;
import java.net.PasswordAuthentication;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The logins in a netrc file, in the format of ftp and curl. The entry {@code default} is ignored, since it would send
 * a password to any server that asks for one.
 */
final class Netrc {

    private static final int MAX_SIZE = 1 << 20;

    /** A quoted text, a comment line, a line end, or a word. */
    private static final Pattern TOKEN =
            Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"|^[ \\t]*#[^\\n]*|(\\n)|([^\\s]+)", Pattern.MULTILINE);

    private final Map<String, PasswordAuthentication> logins = new HashMap<>();

    private Netrc() {}

    /** Reads a file; one that is missing or unreadable has no logins. */
    static Netrc read(Path file) {
        try {
            boolean usable = Files.isRegularFile(file) && Files.size(file) <= MAX_SIZE;
            return parse(usable ? Files.readString(file, StandardCharsets.UTF_8) : "");
        } catch (IOException unreadable) {
            return parse("");
        }
    }

    /** Reads the text of a file. For a host with several entries the first one counts. */
    static Netrc parse(String text) {
        Netrc netrc = new Netrc();
        List<String> tokens = tokens(text);
        String host = null;
        String user = "";
        String password = "";
        for (int i = 0; i < tokens.size(); i++) {
            String value = i + 1 < tokens.size() ? tokens.get(i + 1) : "";
            switch (tokens.get(i)) {
                case "machine" -> {
                    netrc.add(host, user, password);
                    host = value;
                    user = "";
                    password = "";
                    i++;
                }
                case "default" -> {
                    netrc.add(host, user, password);
                    host = null;
                }
                case "login" -> {
                    user = value;
                    i++;
                }
                case "password" -> {
                    password = value;
                    i++;
                }
                case "account" -> i++;
                default -> {}
            }
        }
        netrc.add(host, user, password);
        return netrc;
    }

    /** The words, without comments and macro definitions; a macro ends at an empty line. */
    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher token = TOKEN.matcher(text.replaceAll("(?ms)^[ \\t]*macdef\\s.*?(^[ \\t]*\\r?$|\\z)", ""));
        while (token.find()) {
            if (token.group(1) != null) {
                tokens.add(token.group(1).replaceAll("\\\\(.)", "$1"));
            } else if (token.group(3) != null) {
                tokens.add(token.group(3));
            }
        }
        return tokens;
    }

    private void add(String host, String user, String password) {
        if (host != null && !user.isEmpty()) {
            logins.putIfAbsent(host.toLowerCase(Locale.ROOT), new PasswordAuthentication(user, password.toCharArray()));
        }
    }

    /** The login for a host. */
    Optional<PasswordAuthentication> login(String host) {
        return Optional.ofNullable(logins.get(host.toLowerCase(Locale.ROOT)));
    }
}
