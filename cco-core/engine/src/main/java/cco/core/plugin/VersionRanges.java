package cco.core.plugin;

import cco.core.model.Version;
import java.util.Optional;
import org.pf4j.VersionManager;
import org.semver4j.Semver;
import org.semver4j.range.RangeListFactory;

/** The version rules of cco for pf4j, with ranges in the syntax of npm: {@code ^1.0.0}, {@code >=1.2 <2}. */
final class VersionRanges implements VersionManager {

    static boolean isRange(String range) {
        try {
            return caret(range).isPresent()
                    || !RangeListFactory.create(range).get().isEmpty();
        } catch (RuntimeException unreadable) {
            return false;
        }
    }

    @Override
    public boolean checkVersionConstraint(String version, String constraint) {
        Semver given = Semver.parse(version);
        Optional<Semver> least = caret(constraint);
        return least.isPresent() && given.getPreRelease().isEmpty()
                ? given.getMajor() == least.get().getMajor() && given.isGreaterThanOrEqualTo(least.get())
                : given.satisfies(constraint);
    }

    /**
     * Returns the lowest version of a caret range such as {@code ^1.2.0}, the range of nearly every plugin.
     *
     * <p>Parsing any other range takes dozens of regular expressions, and a plugin in use is checked in every run.
     */
    private static Optional<Semver> caret(String range) {
        Semver least = range.startsWith("^") ? Semver.parse(range.substring(1)) : null;
        boolean isPlain = least != null
                && least.getMajor() > 0
                && least.getPreRelease().isEmpty()
                && range.equals("^" + least.getVersion());
        return isPlain ? Optional.of(least) : Optional.empty();
    }

    @Override
    public int compareVersions(String one, String other) {
        return Version.of(one).compareTo(Version.of(other));
    }
}
