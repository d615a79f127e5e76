package cco.publisher.delta;

import cco.core.delta.DeltaFormat;
import cco.core.machinecode.CodeLayout;
import cco.core.machinecode.CodeRegion;
import cco.core.machinecode.CodeRegion.References;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.Optional;

/** The layouts of two versions of a program. */
final class ProgramLayout {

    private final List<ElfFile.Section> oldSections;
    private final List<ElfFile.Section> newSections;

    /** A section whose content says the same wherever it is, and which can be compared as a whole. */
    record Pair(ElfFile.Section old, ElfFile.Section next) {}

    private ProgramLayout(List<ElfFile.Section> oldSections, List<ElfFile.Section> newSections) {
        this.oldSections = oldSections;
        this.newSections = newSections;
    }

    /** Reads the layouts; nothing if one of the files is not a program of a kind that is known. */
    static Optional<ProgramLayout> read(FileChannel oldFile, FileChannel newFile) throws IOException {
        List<ElfFile.Section> oldSections = ElfFile.sections(oldFile);
        List<ElfFile.Section> newSections = ElfFile.sections(newFile);
        return !isUsable(oldSections) || !isUsable(newSections)
                ? Optional.empty()
                : Optional.of(new ProgramLayout(oldSections, newSections));
    }

    private static boolean isUsable(List<ElfFile.Section> sections) {
        return !sections.isEmpty() && sections.size() <= DeltaFormat.MAX_REGIONS;
    }

    /** What the client has to know. */
    CodeLayout toCodeLayout() {
        return new CodeLayout(
                oldSections.stream()
                        .filter(ProgramLayout::counts)
                        .map(section -> region(section, nextAddress(section)))
                        .toList(),
                newSections.stream()
                        .filter(section -> counts(section) && !section.isAbsent())
                        .map(section -> region(section, 0))
                        .toList());
    }

    /** Sections of addresses, and tables, in both versions. */
    List<Pair> movable(long limit) {
        return newSections.stream()
                .filter(section ->
                        references(section) == References.ADDRESSES || references(section) == References.TABLE)
                .filter(section -> section.size() <= limit)
                .flatMap(next -> counterpart(next, oldSections).map(old -> new Pair(old, next)).stream())
                .filter(pair -> references(pair.old) == references(pair.next) && pair.old.size() <= limit)
                .toList();
    }

    private static boolean counts(ElfFile.Section section) {
        boolean loaded = section.address() != 0 && !section.isThreadLocal();
        return loaded || !section.isAbsent() && references(section) != References.NONE;
    }

    private long nextAddress(ElfFile.Section section) {
        References references = references(section);
        return references == References.TABLE || references == References.ABSENT
                ? counterpart(section, newSections)
                        .map(ElfFile.Section::address)
                        .orElse(0L)
                : 0;
    }

    private static Optional<ElfFile.Section> counterpart(ElfFile.Section section, List<ElfFile.Section> sections) {
        return sections.stream()
                .filter(other -> other.name().equals(section.name()))
                .findFirst();
    }

    private static CodeRegion region(ElfFile.Section section, long nextAddress) {
        return new CodeRegion(section.offset(), section.size(), section.address(), references(section), nextAddress);
    }

    private static References references(ElfFile.Section section) {
        if (section.isAbsent()) {
            return References.ABSENT;
        }
        if (section.isExecutable()) {
            return References.INSTRUCTIONS;
        }
        return switch (section.name()) {
            case ".eh_frame" -> References.DISTANCES;
            case ".eh_frame_hdr" -> References.TABLE;
            default -> section.hasAddresses() ? References.ADDRESSES : References.NONE;
        };
    }
}
