package cco.core.plan;

import cco.core.error.InstallException;
import cco.core.manifest.Archive;
import cco.core.manifest.Release;
import cco.core.model.AppName;
import cco.core.model.Version;
import java.util.Optional;

/** What a manifest means for one installation. Made by the {@link Planner}, from accepted manifests only. */
public sealed interface UpdatePlan {

    /**
     * There is nothing newer.
     *
     * @param current the installed version, which may be newer than what the channel points at
     */
    record UpToDate(Version current) implements UpdatePlan {}

    /**
     * There is something newer, but not for this installation now.
     *
     * @param version the release that is held back
     * @param reason why, for the user: lower case, no full stop
     */
    record NotForYou(Version version, String reason) implements UpdatePlan {

        /** What to tell somebody who asked for just this. */
        public InstallException refusal(AppName app) {
            return new InstallException(
                    app + " " + version + " cannot be installed here: " + reason,
                    "name another version with --version, or another channel with --channel");
        }
    }

    /** A release to put in the place of what is there. */
    final class Change implements UpdatePlan {

        private final Optional<Version> from;
        private final Release release;
        private final Archive archive;

        Change(Optional<Version> from, Release release, Archive archive) {
            this.from = from;
            this.release = release;
            this.archive = archive;
        }

        /** What is installed now, or nothing for a new app. */
        public Optional<Version> from() {
            return from;
        }

        /** What will be installed. */
        public Version to() {
            return release.version();
        }

        /** The release as the publisher describes it. */
        public Release release() {
            return release;
        }

        /** The release's archive for this platform. */
        public Archive archive() {
            return archive;
        }

        /** Whether an older version takes the place of a newer one, which only happens when it was asked for. */
        public boolean isDowngrade() {
            return from.isPresent() && to().compareTo(from.get()) < 0;
        }
    }
}
