package cco.core.plan;

import cco.core.error.InstallException;
import cco.core.manifest.Archive;
import cco.core.manifest.Release;
import cco.core.model.AppName;
import cco.core.model.Version;
import java.util.Optional;

/** What a manifest means for one installation. Only the {@link Planner} makes one, from accepted manifests. */
public sealed interface UpdatePlan {

    /**
     * No newer release.
     *
     * @param current the installed version, which may be newer than the channel's newest
     */
    record UpToDate(Version current) implements UpdatePlan {}

    /**
     * A release that this installation must not or cannot have now.
     *
     * @param version the version of the release
     * @param reason the reason for the user: lower case, no full stop
     */
    record NotForYou(Version version, String reason) implements UpdatePlan {

        /**
         * {@return the error for a user who asked for exactly this version}
         *
         * @param app the app
         */
        public InstallException refusal(AppName app) {
            return new InstallException(
                    app + " " + version + " cannot be installed here: " + reason,
                    "name another version with --version, or another channel with --channel");
        }
    }

    /** A release to install. */
    final class Change implements UpdatePlan {

        private final Optional<Version> from;
        private final Release release;
        private final Archive archive;
        private final Optional<NotForYou> newer;

        Change(Optional<Version> from, Release release, Archive archive, Optional<NotForYou> newer) {
            this.from = from;
            this.release = release;
            this.archive = archive;
            this.newer = newer;
        }

        /** {@return the installed version, or nothing for a new app} */
        public Optional<Version> from() {
            return from;
        }

        /** {@return the version to install} */
        public Version to() {
            return release.version();
        }

        /** {@return the release to install} */
        public Release release() {
            return release;
        }

        /** {@return the release's archive for this platform} */
        public Archive archive() {
            return archive;
        }

        /** {@return the newest release of the channel, if this machine may not have it yet} */
        public Optional<NotForYou> newer() {
            return newer;
        }

        /** {@return whether the release is older than the installed version, which only happens on request} */
        public boolean isDowngrade() {
            return from.isPresent() && to().compareTo(from.get()) < 0;
        }
    }
}
