package cco.core.archive;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Follows the symbolic links of an archive as the system would. Each step must stay below the top-level folder and end
 * at an entry.
 *
 * <p>The text of a target alone is not enough, because {@code ..} after another link leads elsewhere than it seems.
 */
final class LinkTargets {

    /** The number of links that Linux follows for one name (MAXSYMLINKS). */
    private static final int MAX_STEPS = 40;

    private final EntryTree tree;
    private final Map<EntryPath, String> links;

    LinkTargets(EntryTree tree, Map<EntryPath, String> links) {
        this.tree = tree;
        this.links = links;
    }

    /** Refuses links that leave the archive, lead to no entry or to a folder around themselves. */
    void check() throws UnsafeArchiveException {
        for (EntryPath link : links.keySet()) {
            if (follow(link).contains(link)) {
                throw new UnsafeArchiveException(ArchiveRule.LINK_LOOP, link.toString());
            }
        }
    }

    private EntryPath follow(EntryPath link) throws UnsafeArchiveException {
        Deque<String> steps = new ArrayDeque<>(segments(link, links.get(link)));
        EntryPath here = link.parent();
        int followed = 0;
        while (!steps.isEmpty()) {
            String step = steps.pop();
            if (step.equals("..")) {
                if (here.isRoot()) {
                    throw new UnsafeArchiveException(ArchiveRule.LINK_ESCAPES, link.toString());
                }
                here = here.parent();
                continue;
            }
            EntryPath next = here.child(step);
            Optional<EntryTree.Kind> kind = tree.find(next).map(EntryTree.Node::kind);
            if (kind.isEmpty() || kind.get() == EntryTree.Kind.FILE && !steps.isEmpty()) {
                throw new UnsafeArchiveException(ArchiveRule.LINK_DANGLING, link.toString());
            }
            if (kind.get() == EntryTree.Kind.LINK) {
                if (++followed > MAX_STEPS) {
                    throw new UnsafeArchiveException(ArchiveRule.LINK_LOOP, link.toString());
                }
                List<String> detour = segments(next, links.get(next));
                Collections.reverse(detour);
                detour.forEach(steps::push);
            } else {
                here = next;
            }
        }
        return here;
    }

    private static List<String> segments(EntryPath link, String target) throws UnsafeArchiveException {
        if (target.startsWith("/")) {
            throw new UnsafeArchiveException(ArchiveRule.LINK_ABSOLUTE, link.toString());
        }
        if (EntryPath.isTooLong(target)) {
            throw new UnsafeArchiveException(ArchiveRule.LINK_TARGET, link.toString());
        }
        List<String> segments = Arrays.asList(target.split("/", -1));
        for (String segment : segments) {
            Optional<ArchiveRule> broken =
                    EntryPath.brokenRule(segment).filter(rule -> rule != ArchiveRule.PARENT_SEGMENT);
            if (broken.isPresent()) {
                throw new UnsafeArchiveException(ArchiveRule.LINK_TARGET, link.toString());
            }
        }
        return segments;
    }
}
