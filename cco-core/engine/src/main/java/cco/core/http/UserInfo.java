package cco.core.http;

import java.net.PasswordAuthentication;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** The user name and password in a URL. */
final class UserInfo {

    private UserInfo() {}

    /** Decodes {@code user:password}, percent-encoded. */
    static PasswordAuthentication decode(String userInfo) {
        int colon = userInfo.indexOf(':');
        String user = colon < 0 ? userInfo : userInfo.substring(0, colon);
        String password = colon < 0 ? "" : userInfo.substring(colon + 1);
        return new PasswordAuthentication(decodePart(user), decodePart(password).toCharArray());
    }

    /** In a URL's user info a plus is a plus. */
    private static String decodePart(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
