package cco.core.machinecode;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Predicts the references of a new program from those of an old one. A prediction may be wrong, since not all that
 * looks like a reference is one; but it is always the same for the same parts of the old file.
 */
public final class ReferencePrediction {

    private final List<CodeRegion> regions;
    private final Translation oldOffsets;
    private final Translation moves;
    private final Translation absent;
    private final Translation newAddresses;

    /** @param moves from an offset in the old file to one in the new file */
    public ReferencePrediction(CodeLayout layout, Translation moves) {
        this.regions = layout.regions();
        this.oldOffsets = layout.oldOffsets();
        this.moves = moves;
        this.absent = layout.absent();
        this.newAddresses = layout.newAddresses();
    }

    /**
     * Replaces the references in a part of the old file.
     *
     * @param bytes the part
     * @param offset where it starts in the old file
     * @param distance how far it moves in the file
     */
    public void apply(byte[] bytes, long offset, long distance) {
        for (CodeRegion region : regions) {
            long from = Math.max(offset, region.offset());
            long to = Math.min(offset + bytes.length, region.end());
            if (from < to && region.references() != CodeRegion.References.ABSENT) {
                new Part(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN), offset, distance, region)
                        .replace((int) (from - offset), (int) (to - offset));
            }
        }
    }

    /** Returns the new address of what was at an address. */
    private long newAddress(long address) {
        long offset = oldOffsets.of(address);
        return offset == Translation.NONE ? absent.of(address) : newAddresses.of(moves.near(offset));
    }

    /** The bytes of one region. */
    private final class Part {

        private final ByteBuffer bytes;
        private final long offset;
        private final long distance;
        private final CodeRegion region;

        Part(ByteBuffer bytes, long offset, long distance, CodeRegion region) {
            this.bytes = bytes;
            this.offset = offset;
            this.distance = distance;
            this.region = region;
        }

        void replace(int from, int to) {
            switch (region.references()) {
                case INSTRUCTIONS -> instructions(from, to);
                case ADDRESSES -> words(from, to, 8);
                case DISTANCES, TABLE -> words(from, to, 4);
                case NONE, ABSENT -> {}
            }
        }

        /** Looks for calls, jumps, and operands that are relative to the instruction's end. */
        private void instructions(int from, int to) {
            int at = from;
            while (at + 6 <= to) {
                int field = field(at);
                at = field > 0 && distance(field, 4) ? field + 4 : at + 1;
            }
        }

        /** Returns where the distance starts in an instruction at this place; 0 if it has none. */
        private int field(int at) {
            int first = bytes.get(at) & 0xff;
            int second = bytes.get(at + 1) & 0xff;
            if (first == 0xe8 || first == 0xe9) {
                return at + 1;
            }
            boolean jump = first == 0x0f && (second & 0xf0) == 0x80;
            boolean relativeOperand = (second & 0xc7) == 0x05;
            return jump || relativeOperand ? at + 2 : 0;
        }

        private void words(int from, int to, int size) {
            long inRegion = offset + from - region.offset();
            int first = from + (int) (Math.ceilDiv(inRegion, size) * size - inRegion);
            for (int at = first; at + size <= to; at += size) {
                switch (region.references()) {
                    case ADDRESSES -> address(at);
                    case TABLE -> entry(at);
                    default -> distance(at, 0);
                }
            }
        }

        private void address(int at) {
            long next = newAddress(bytes.getLong(at));
            if (next != Translation.NONE) {
                bytes.putLong(at, next);
            }
        }

        private void entry(int at) {
            long next = newAddress(region.address() + bytes.getInt(at));
            if (next != Translation.NONE) {
                bytes.putInt(at, (int) (next - region.nextAddress()));
            }
        }

        /** Replaces a distance from its own place, or from some bytes behind; returns whether it leads somewhere. */
        private boolean distance(int at, int behind) {
            long place = offset + at;
            long own = region.address() + place - region.offset();
            long next = newAddress(own + behind + bytes.getInt(at));
            long nextOwn = newAddresses.of(place + distance);
            if (next == Translation.NONE || nextOwn == Translation.NONE) {
                return false;
            }
            bytes.putInt(at, (int) (next - nextOwn - behind));
            return true;
        }
    }
}
