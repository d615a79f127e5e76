package cco.core.disk;

/** Tells failures of the Java runtime, whose files may be damaged or whose memory may be low, from bugs. */
public final class RuntimeFailure {

    private RuntimeFailure() {}

    /**
     * Whether something that cco's own code threw is the fault of the Java runtime.
     *
     * @param failure an unchecked failure
     * @return whether it is not a bug
     */
    public static boolean is(Throwable failure) {
        return failure instanceof LinkageError || isOfMachine(failure);
    }

    /**
     * Describes an unchecked failure in one line.
     *
     * @param failure an unchecked failure
     * @return a message without a Java class name
     */
    public static String describe(Throwable failure) {
        return switch (failure) {
            case OutOfMemoryError _ -> "cco ran out of memory";
            case LinkageError _ -> "cco's Java runtime failed: a class cannot be loaded";
            default -> (is(failure) ? "cco's Java runtime failed: " : "internal error: ") + IoReason.of(failure);
        };
    }

    /**
     * Throws the failure again if it is the fault of the Java runtime and not of the plugin that threw it.
     *
     * @param failure what the plugin threw
     * @param plugin an object of the plugin
     */
    public static void rethrow(Throwable failure, Object plugin) {
        // A drop-in can be built for another version of cco. The plugins of cco's own image fit unless it is damaged.
        boolean linked = plugin.getClass().getModule().getLayer() == ModuleLayer.boot();
        if (isOfMachine(failure) || linked && failure instanceof LinkageError) {
            throw (Error) failure;
        }
    }

    /** An endless recursion is the fault of the code that recurses. */
    private static boolean isOfMachine(Throwable failure) {
        return failure instanceof VirtualMachineError && !(failure instanceof StackOverflowError);
    }
}
