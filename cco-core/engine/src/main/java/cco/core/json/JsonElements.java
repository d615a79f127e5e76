package cco.core.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An array of objects in a document, converted one by one while the document is parsed: a hundred thousand files need
 * less than half of the memory that their objects would need.
 *
 * @param <T> what an object is converted to
 */
public final class JsonElements<T> {

    private final String name;
    private final Conversion<T> conversion;
    private final List<T> elements = new ArrayList<>();
    private Optional<JsonException> failure = Optional.empty();

    /**
     * Converts one object.
     *
     * @param <T> what an object is converted to
     */
    @FunctionalInterface
    public interface Conversion<T> {

        /**
         * Converts an object.
         *
         * @param element an object of the array
         * @return what it means
         * @throws JsonException if it has another form
         */
        T of(JsonObject element) throws JsonException;
    }

    /**
     * An array that is not read yet.
     *
     * @param name the document's member that is the array
     * @param conversion what to do with each object
     */
    public JsonElements(String name, Conversion<T> conversion) {
        this.name = name;
        this.conversion = conversion;
    }

    boolean isNamed(String member) {
        return member.equals(name);
    }

    /** A value that is no array: it counts as absent, or as a failure. */
    void set(Object value) {
        if (value != null) {
            failure = Optional.of(new JsonException(name + ": expected a list"));
        }
    }

    /** Keeps the failure: only the whole document tells whether it has a schema in which the conversion applies. */
    void add(Object value) {
        if (failure.isPresent()) {
            return;
        }
        try {
            elements.add(conversion.of(JsonObject.element(name, value)));
        } catch (JsonException e) {
            failure = Optional.of(e);
        }
    }

    /**
     * The converted objects.
     *
     * @return all of them, in the order of the document; none if it has no such array
     * @throws JsonException if one of them could not be converted
     */
    public List<T> list() throws JsonException {
        if (failure.isPresent()) {
            throw failure.get();
        }
        return elements;
    }
}
