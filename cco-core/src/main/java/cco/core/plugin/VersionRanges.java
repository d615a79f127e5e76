package cco.core.plugin;

import cco.core.model.Version;
import org.pf4j.VersionManager;
import org.semver4j.range.RangeListFactory;
import org.semver4j.Semver;

/** Lets pf4j understand versions as all of cco does, with the ranges of npm: {@code ^1.0.0}, {@code >=1.2 <2}. */
final class VersionRanges implements VersionManager {

    static boolean isRange(String range) {
        try {
            return !RangeListFactory.create(range).get().isEmpty();
        } catch (RuntimeException unreadable) {
            return false;
        }
    }

    @Override
    public boolean checkVersionConstraint(String version, String constraint) {
        return Semver.parse(version).satisfies(constraint);
    }

    @Override
    public int compareVersions(String one, String other) {
        return Version.of(one).compareTo(Version.of(other));
    }
}
