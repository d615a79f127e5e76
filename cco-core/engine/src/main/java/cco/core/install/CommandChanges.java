package cco.core.install;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The commands that a switch creates or replaces.
 *
 * @param kept the existing ones whose programs stay in their places
 * @param moved the existing ones whose programs are elsewhere in the new version
 * @param added the new ones
 */
record CommandChanges(List<ProgramLink> kept, List<ProgramLink> moved, List<ProgramLink> added) {

    /** Nothing is replaced without a version that runs: a command would start nothing until the switch. */
    static CommandChanges of(
            Journal.Entry.Activating plan, Optional<Receipt> recorded, boolean runs, CommandLinks links) {
        List<ProgramLink> before = recorded.map(Receipt::links).orElse(List.of());
        List<ProgramLink> kept = new ArrayList<>();
        List<ProgramLink> moved = new ArrayList<>();
        List<ProgramLink> added = new ArrayList<>();
        for (ProgramLink link : plan.next().links()) {
            if (before.contains(link) && !plan.expose()) {
                continue;
            }
            if (!runs || !links.exists(link)) {
                added.add(link);
            } else {
                (before.contains(link) ? kept : moved).add(link);
            }
        }
        return new CommandChanges(kept, moved, added);
    }

    List<ProgramLink> all() {
        List<ProgramLink> all = new ArrayList<>(kept);
        all.addAll(atLast());
        return all;
    }

    /** The commands that follow the pointer only after it has moved. */
    List<ProgramLink> atLast() {
        List<ProgramLink> last = new ArrayList<>(moved);
        last.addAll(added);
        return last;
    }
}
