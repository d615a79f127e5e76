package cco.core.machinecode;

import java.util.List;

/**
 * Where the parts of a program are, in its file and in memory.
 *
 * @param regions of the old file
 * @param next of the new file; only offsets, sizes and addresses count
 */
public record CodeLayout(List<CodeRegion> regions, List<CodeRegion> next) {

    public CodeLayout {
        regions = List.copyOf(regions);
        next = List.copyOf(next);
    }

    /** From an address of the old program to its offset in the file. */
    Translation oldOffsets() {
        return Translation.of(regions.stream()
                .filter(region -> region.address() != 0 && region.references() != CodeRegion.References.ABSENT)
                .map(region ->
                        new Translation.Range(region.address(), region.size(), region.offset() - region.address()))
                .toList());
    }

    /** From an address of the old program that is in memory only to one of the new program. */
    Translation absent() {
        return Translation.of(regions.stream()
                .filter(region -> region.references() == CodeRegion.References.ABSENT)
                .map(region ->
                        new Translation.Range(region.address(), region.size(), region.nextAddress() - region.address()))
                .toList());
    }

    /** From an offset in the new file to its address. */
    Translation newAddresses() {
        return Translation.of(next.stream()
                .filter(region -> region.address() != 0)
                .map(region ->
                        new Translation.Range(region.offset(), region.size(), region.address() - region.offset()))
                .toList());
    }
}
