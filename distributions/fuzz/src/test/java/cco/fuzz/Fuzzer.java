package cco.fuzz;

/** Jazzer's way in; it calls these methods by their names. */
public final class Fuzzer {

    private static final FuzzTarget TARGET = FuzzTarget.chosen();

    private Fuzzer() {}

    /** Runs the chosen target with one input. */
    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        TARGET.run(input);
    }
}
