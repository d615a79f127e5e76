package cco.core.delta;

import cco.core.machinecode.CodeLayout;
import cco.core.machinecode.CodeRegion;
import java.util.ArrayList;
import java.util.List;

/**
 * The layout of a program as numbers: how many regions the old file has, and each of them; the same for the new file.
 * A region is the gap between it and the region before, its size, how far its address is from its offset, its kind of
 * references, and the address of its counterpart. Gaps and distances are signed.
 */
public final class LayoutNumbers {

    private static final List<CodeRegion.References> REFERENCES = List.of(CodeRegion.References.values());

    private LayoutNumbers() {}

    /** Writes a layout. */
    public static List<Long> encode(CodeLayout layout) {
        List<Long> numbers = new ArrayList<>();
        for (List<CodeRegion> regions : List.of(layout.regions(), layout.next())) {
            numbers.add((long) regions.size());
            long end = 0;
            for (CodeRegion region : regions) {
                numbers.add(Zigzag.encode(region.offset() - end));
                numbers.add(region.size());
                numbers.add(Zigzag.encode(region.address() - region.offset()));
                numbers.add((long) region.references().ordinal());
                numbers.add(region.nextAddress());
                end = region.offset() + region.size();
            }
        }
        return numbers;
    }

    static CodeLayout decode(DeltaStream numbers) throws DeltaException {
        return new CodeLayout(regions(numbers), regions(numbers));
    }

    private static List<CodeRegion> regions(DeltaStream numbers) throws DeltaException {
        List<CodeRegion> regions = new ArrayList<>();
        long end = 0;
        for (int i = numbers.count(DeltaFormat.MAX_REGIONS); i > 0; i--) {
            long offset = end + Zigzag.decode(numbers.number());
            long size = numbers.number();
            long address = offset + Zigzag.decode(numbers.number());
            CodeRegion.References references = REFERENCES.get(numbers.count(REFERENCES.size() - 1L));
            regions.add(new CodeRegion(offset, size, address, references, numbers.number()));
            end = offset + size;
        }
        return regions;
    }
}
