package cco.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.function.Supplier;

/** The checks that all services share. */
final class Provided {

    private static final String ID = "[a-z0-9][a-z0-9-]{0,62}";

    private Provided() {}

    /** Requires a valid and constant id. */
    static <T> void id(Supplier<T> maker, Function<T, String> naming) {
        T provider = maker.get();
        String id = naming.apply(provider);
        assertNotNull(id, "id() returns null");
        assertTrue(id.matches(ID), "not lower-case letters, digits and dashes, at most 63: " + id);
        assertEquals(id, naming.apply(provider), "id() changes");
        assertEquals(id, naming.apply(maker.get()), "id() differs from instance to instance");
    }

    /** Requires that the module provides the class and the ServiceLoader can create it. */
    static <T> void service(Class<T> service, Class<?> type) {
        Module module = type.getModule();
        assertTrue(module.isNamed(), type + " is not in a named module: does the project have a module-info.java?");
        List<ServiceLoader.Provider<T>> found = ServiceLoader.load(module.getLayer(), service).stream()
                .filter(provider -> provider.type() == type)
                .toList();
        assertEquals(
                1, found.size(), "module-info.java needs: provides " + service.getName() + " with " + type.getName());
        assertNotNull(found.getFirst().get());
    }
}
