package cco.core.background;

import cco.core.error.CcoException;
import cco.core.manifest.Release;
import cco.core.model.AppName;
import cco.core.model.ProgressListener.Warning;
import cco.core.plan.UpdatePlan;
import cco.core.schedule.CheckStatus;
import cco.core.schedule.Notice;
import cco.core.update.UpdateOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a check in the background is worth telling, in words. Pure. */
final class NoticeTexts {

    private final AppName app;

    NoticeTexts(AppName app) {
        this.app = app;
    }

    /**
     * That another version was installed.
     *
     * @param release that is current now
     */
    Notice updated(UpdateOutcome.Updated outcome, Release release) {
        List<String> lines = new ArrayList<>();
        lines.add(app + " was updated from " + outcome.from() + " to " + outcome.to() + " in the background");
        remarks(release, lines);
        lines.add("`" + command() + " --rollback` goes back to " + outcome.from());
        return new Notice(lines);
    }

    /**
     * How things stand; nothing if all is well.
     *
     * @param offer that could be installed, if there is one
     * @param warnings of the installed release
     */
    Optional<CheckStatus> standing(Optional<UpdatePlan.Change> offer, Map<Warning, String> warnings) {
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
            lines.add(app + " " + change.to() + " is available" + installed + ": `" + command() + "` installs it");
            remarks(change.release(), lines);
        });
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new CheckStatus(new Notice(subjects).toString(), new Notice(lines)));
    }

    /** That only the user can go on. */
    CheckStatus refused(CcoException reason) {
        String message = app + " could not be updated in the background: " + reason.getMessage();
        return new CheckStatus(
                "refused " + reason.getClass().getSimpleName(), new Notice(List.of(message, reason.hint())));
    }

    /**
     * That nothing has been heard for long.
     *
     * @param since the last good check, if there was one
     */
    CheckStatus unreachable(Optional<Instant> since, CcoException reason) {
        String when = since.map(time -> " since " + time).orElse("");
        String message = "nothing was heard of updates of " + app + when + ": " + reason.getMessage();
        return new CheckStatus("unreachable", new Notice(List.of(message, reason.hint())));
    }

    /** That cco is broken. */
    CheckStatus broken(Throwable bug) {
        String message = "looking for updates of " + app + " in the background failed: " + bug;
        return new CheckStatus("broken", new Notice(List.of(message, "`" + command() + "` tells more")));
    }

    private void remarks(Release release, List<String> lines) {
        String notes = release.notes().map(link -> ": " + link).orElse("");
        if (release.critical()) {
            lines.add("the publisher asks everybody to update to " + release.version() + " now" + notes);
        }
        if (release.breaking()) {
            lines.add(app + " " + release.version() + " has breaking changes, read its notes" + notes);
        }
    }

    private String command() {
        return app.equals(AppName.CCO) ? "cco update" : "cco update " + app;
    }
}
