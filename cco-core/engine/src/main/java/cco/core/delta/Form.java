package cco.core.delta;

/** What a patch is a patch of. */
public enum Form {
    /** The bytes of the file. */
    RAW,
    /** The list of resources and the contents of a run-time image, whose index the client builds again. */
    IMAGE,
    /** The bytes of a program, whose references the client predicts. */
    CODE;

    /** Returns the number that stands for the form in a container. */
    public int code() {
        return ordinal();
    }

    static Form of(long code) throws DeltaException {
        if (code < 0 || code >= values().length) {
            throw new DeltaException("the delta has a patch of a form that this version does not know");
        }
        return values()[(int) code];
    }
}
