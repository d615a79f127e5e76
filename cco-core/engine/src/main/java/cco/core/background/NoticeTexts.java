package cco.core.background;

import cco.core.disk.RuntimeFailure;
import cco.core.error.CcoException;
import cco.core.manifest.Release;
import cco.core.model.AppName;
import cco.core.model.ProgressListener.Warning;
import cco.core.model.UtcTime;
import cco.core.plan.UpdatePlan;
import cco.core.schedule.CheckStatus;
import cco.core.schedule.Notice;
import cco.core.update.UpdateOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The texts of notices about background checks. */
final class NoticeTexts {

    private final AppName app;

    NoticeTexts(AppName app) {
        this.app = app;
    }

    /**
     * The notice that a release was installed.
     *
     * @param release the current release
     */
    Notice updated(UpdateOutcome.Updated outcome, Release release) {
        List<String> lines = new ArrayList<>();
        lines.add(app + " was updated from " + outcome.from() + " to " + outcome.to() + " in the background");
        remarks(release, lines);
        lines.add("run `" + command() + " --rollback` to go back to " + outcome.from());
        return new Notice(lines);
    }

    /**
     * The status after a successful check; nothing if the app is up to date and its publisher warns of nothing.
     *
     * @param offer the release that could be installed
     * @param warnings the warnings about the installed release
     */
    Optional<CheckStatus> status(Optional<UpdatePlan.Change> offer, Map<Warning, String> warnings) {
        List<String> subjects = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        warnings.forEach((kind, message) -> {
            subjects.add(kind + " " + message);
            lines.add(message);
        });
        offer.ifPresent(change -> {
            subjects.add("available " + change.to());
            String installed =
                    change.from().map(from -> " (" + from + " is installed)").orElse("");
            lines.add(
                    app + " " + change.to() + " is available" + installed + "; run `" + command() + "` to install it");
            remarks(change.release(), lines);
        });
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new CheckStatus(new Notice(subjects).toString(), new Notice(lines)));
    }

    /** The status after an error that only the user can resolve. */
    CheckStatus refused(CcoException reason) {
        String message = "the background update of " + app + " failed: " + reason.getMessage();
        return new CheckStatus(
                "refused " + reason.getClass().getSimpleName(), new Notice(List.of(message, reason.hint())));
    }

    /**
     * The status after no source has answered for a long time.
     *
     * @param since the last successful check, if there was one
     */
    CheckStatus unreachable(Optional<Instant> since, CcoException reason) {
        String when = since.map(time -> " since " + UtcTime.day(time)).orElse("");
        String message = "could not check " + app + " for updates" + when + ": " + reason.getMessage();
        return new CheckStatus("unreachable", new Notice(List.of(message, reason.hint())));
    }

    /** The status after a bug in cco, or a failure of its Java runtime. */
    CheckStatus broken(Throwable bug) {
        String message = "the background check of " + app + " failed: " + RuntimeFailure.describe(bug);
        return new CheckStatus("broken", new Notice(List.of(message, "run `" + command() + "` for details")));
    }

    private void remarks(Release release, List<String> lines) {
        String notes = release.notes().map(link -> ": " + link).orElse("");
        if (release.critical()) {
            lines.add(app + " " + release.version() + " is critical: the publisher asks you to update now" + notes);
        }
        if (release.breaking()) {
            lines.add(app + " " + release.version() + " has breaking changes; read its release notes" + notes);
        }
    }

    private String command() {
        return app.equals(AppName.CCO) ? "cco update" : "cco update " + app;
    }
}
