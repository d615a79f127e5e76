package cco.core.install;

import cco.core.model.AppName;
import cco.core.model.Programs;
import cco.core.model.Version;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The record of an installed app. cco does not change an app without one.
 *
 * <p>The receipt follows the pointer to the current version, never the other way round.
 *
 * @param app the app
 * @param provenance its origin
 * @param installer the id of the installer that owns the pointer
 * @param current the current version, one of those installed
 * @param previous the version to roll back to
 * @param installed the installed versions, in ascending order
 * @param command the app's own command, if one was created; all others are in its folder
 * @param outside files outside the home folder that belong to the app, absolute
 * @param foreign unknown members of the file, which are preserved
 */
public record Receipt(
        AppName app,
        Provenance provenance,
        String installer,
        Version current,
        Optional<Version> previous,
        List<InstalledVersion> installed,
        Optional<AppCommand> command,
        List<Path> outside,
        Map<String, Object> foreign) {

    public Receipt {
        installed = installed.stream()
                // The startup archive cannot store the lambda of Comparator.comparing.
                .sorted((one, other) -> one.version().compareTo(other.version()))
                .toList();
        outside = List.copyOf(outside);
        foreign = Collections.unmodifiableMap(new LinkedHashMap<>(foreign));
    }

    /** Finds an installed version. */
    public Optional<InstalledVersion> find(Version version) {
        return installed.stream()
                .filter(entry -> entry.version().equals(version))
                .findFirst();
    }

    /** The programs of the current version. */
    public Programs programs() {
        return find(current).orElseThrow().programs();
    }

    /** The commands of the current version, the app's own first; none if no command was created. */
    public List<ProgramLink> links() {
        return command.map(own -> ProgramLink.of(own, programs())).orElse(List.of());
    }

    /** Returns a receipt with another current version; the current one becomes the previous one. */
    Receipt switchedTo(Version version) {
        Optional<Version> before = version.equals(current) ? previous : Optional.of(current);
        return new Receipt(app, provenance, installer, version, before, installed, command, outside, foreign);
    }

    /** Returns a receipt with a version added or replaced. */
    Receipt with(InstalledVersion entry) {
        List<InstalledVersion> entries = new ArrayList<>(installed);
        entries.removeIf(old -> old.version().equals(entry.version()));
        entries.add(entry);
        return new Receipt(app, provenance, installer, current, previous, entries, command, outside, foreign);
    }

    /** Returns a receipt with only the wanted versions and the current one. */
    Receipt only(Predicate<Version> wanted) {
        Predicate<Version> stays = wanted.or(current::equals);
        List<InstalledVersion> entries =
                installed.stream().filter(entry -> stays.test(entry.version())).toList();
        return new Receipt(
                app, provenance, installer, current, previous.filter(stays), entries, command, outside, foreign);
    }

    Receipt from(Provenance provenance, String installer) {
        return new Receipt(app, provenance, installer, current, previous, installed, command, outside, foreign);
    }

    Receipt with(AppCommand command) {
        return new Receipt(
                app, provenance, installer, current, previous, installed, Optional.of(command), outside, foreign);
    }

    Receipt withoutOutside(Path file) {
        List<Path> files = new ArrayList<>(outside);
        files.remove(file);
        return new Receipt(app, provenance, installer, current, previous, installed, command, files, foreign);
    }

    Receipt withOutside(Path file) {
        if (outside.contains(file)) {
            return this;
        }
        List<Path> files = new ArrayList<>(outside);
        files.add(file);
        return new Receipt(app, provenance, installer, current, previous, installed, command, files, foreign);
    }
}
