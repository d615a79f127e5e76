package cco.publisher.site;

import cco.core.model.Platform;
import java.util.List;

/** The names by which people call platforms. */
final class PlatformName {

    /** The known platforms, the most common first. */
    static final List<String> ORDER =
            List.of("linux-x86_64", "darwin-arm64", "windows-x86_64", "linux-aarch64", "darwin-x86_64");

    private PlatformName() {}

    /** A platform, such as {@code macOS (Apple silicon)}. */
    static String of(Platform platform) {
        return switch (platform.value()) {
            case "linux-x86_64" -> "Linux (x86-64)";
            case "linux-aarch64" -> "Linux (ARM64)";
            case "darwin-arm64" -> "macOS (Apple silicon)";
            case "darwin-x86_64" -> "macOS (Intel)";
            case "windows-x86_64" -> "Windows (x86-64)";
            default -> platform.value();
        };
    }

    /** A system with its shell, by the first word of the names of its platforms. */
    static String system(String word) {
        return switch (word) {
            case "darwin" -> "macOS";
            case "windows" -> "Windows PowerShell";
            default -> "Linux";
        };
    }

    /** The position of a platform in a list; unknown ones come last. */
    static int rank(Platform platform) {
        int known = ORDER.indexOf(platform.value());
        return known < 0 ? ORDER.size() : known;
    }
}
