package cco.core.http;

import java.net.PasswordAuthentication;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The answer to a challenge for a user name and password: Digest (RFC 7616) before Basic (RFC 7617). */
final class ProxyLogin {

    private static final Pattern PARAMETER = Pattern.compile("([A-Za-z]+)=(?:\"([^\"]*)\"|([^,\\s]+))");
    private static final Map<String, String> DIGESTS = Map.of("md5", "MD5", "sha-256", "SHA-256");

    private ProxyLogin() {}

    /**
     * The value of {@code Proxy-Authorization}.
     *
     * @param challenges the values of {@code Proxy-Authenticate}
     * @param target {@code host:port} of the tunnel
     * @param cnonce a random text
     * @return nothing if none of the challenges is known
     */
    static Optional<String> answer(
            List<String> challenges, PasswordAuthentication login, String target, String cnonce) {
        return challenges.stream()
                .filter(challenge -> isScheme(challenge, "digest"))
                .flatMap(challenge -> digest(parameters(challenge), login, target, cnonce).stream())
                .findFirst()
                .or(() -> challenges.stream()
                        .filter(challenge -> isScheme(challenge, "basic"))
                        .findFirst()
                        .map(_ -> basic(login)));
    }

    static String basic(PasswordAuthentication login) {
        String pair = login.getUserName() + ":" + new String(login.getPassword());
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isScheme(String challenge, String scheme) {
        return challenge.toLowerCase(Locale.ROOT).startsWith(scheme);
    }

    private static Map<String, String> parameters(String challenge) {
        Map<String, String> parameters = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Matcher parameter = PARAMETER.matcher(challenge);
        while (parameter.find()) {
            parameters.put(parameter.group(1), parameter.group(2) == null ? parameter.group(3) : parameter.group(2));
        }
        return parameters;
    }

    private static Optional<String> digest(
            Map<String, String> challenge, PasswordAuthentication login, String target, String cnonce) {
        String algorithm = challenge.getOrDefault("algorithm", "MD5");
        String digest = DIGESTS.get(algorithm.toLowerCase(Locale.ROOT));
        String realm = challenge.getOrDefault("realm", "");
        String nonce = challenge.getOrDefault("nonce", "");
        if (digest == null) {
            return Optional.empty();
        }
        boolean counts =
                List.of(challenge.getOrDefault("qop", "").split("[,\\s]+")).contains("auth");
        String secret = hash(digest, login.getUserName() + ":" + realm + ":" + new String(login.getPassword()));
        String request = hash(digest, "CONNECT:" + target);
        String count = counts ? "00000001:" + cnonce + ":auth:" : "";
        String response = hash(digest, secret + ":" + nonce + ":" + count + request);
        String answer = "Digest username=\"%s\", realm=\"%s\", nonce=\"%s\", uri=\"%s\", algorithm=%s, response=\"%s\""
                .formatted(login.getUserName(), realm, nonce, target, algorithm, response);
        String opaque = challenge.containsKey("opaque") ? ", opaque=\"" + challenge.get("opaque") + "\"" : "";
        return Optional.of(answer + opaque + (counts ? ", qop=auth, nc=00000001, cnonce=\"" + cnonce + "\"" : ""));
    }

    private static String hash(String algorithm, String text) {
        try {
            byte[] digest = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has MD5 and SHA-256", e);
        }
    }
}
