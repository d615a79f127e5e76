package cco.core.json;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.List;

/**
 * A long list of objects, which needs no map for each of them: a value that {@link JsonText} writes.
 *
 * @param elements what the objects stand for
 * @param form how to write one of them
 * @param <T> the type of the elements
 */
public record JsonList<T>(List<T> elements, ElementForm<T> form) {

    /**
     * Writes one element.
     *
     * @param <T> the type of the elements
     */
    @FunctionalInterface
    public interface ElementForm<T> {

        /** Writes the members of the element's object. */
        void write(T element, Members members) throws IOException;
    }

    /** The members of an object, in the order of the calls. */
    public static final class Members {

        private final JsonWriter writer;

        private Members(JsonWriter writer) {
            this.writer = writer;
        }

        /** Adds a string. */
        public void text(String name, String value) throws IOException {
            writer.name(name).value(value);
        }

        /** Adds a whole number. */
        public void whole(String name, long value) throws IOException {
            writer.name(name).value(value);
        }

        /** Adds true or false. */
        public void flag(String name, boolean value) throws IOException {
            writer.name(name).value(value);
        }
    }

    void write(JsonWriter writer) throws IOException {
        Members members = new Members(writer);
        writer.beginArray();
        for (T element : elements) {
            writer.beginObject();
            form.write(element, members);
            writer.endObject();
        }
        writer.endArray();
    }
}
