package cco.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.function.Supplier;

/** What all services have in common: how the host finds a provider, and what it is called. */
final class Provided {

    private static final String ID = "[a-z0-9][a-z0-9-]{0,62}";

    private Provided() {}

    /** The id is a name as the configuration writes it, and is the same whenever it is asked for. */
    static <T> void id(Supplier<T> maker, Function<T, String> naming) {
        T provider = maker.get();
        String id = naming.apply(provider);
        assertNotNull(id, "id() gives null");
        assertTrue(id.matches(ID), "not lower-case letters, digits and dashes, at most 63: " + id);
        assertEquals(id, naming.apply(provider), "id() changes");
        assertEquals(id, naming.apply(maker.get()), "id() differs from instance to instance");
    }

    /** The module names the class in {@code provides}, and the loader can make one. */
    static <T> void service(Class<T> service, Class<?> type) {
        Module module = type.getModule();
        assertTrue(module.isNamed(), type + " is in no named module: has the project a module-info.java?");
        List<ServiceLoader.Provider<T>> found = ServiceLoader.load(module.getLayer(), service).stream()
                .filter(provider -> provider.type() == type)
                .toList();
        assertEquals(
                1,
                found.size(),
                "module-info.java must say: provides " + service.getName() + " with " + type.getName());
        assertNotNull(found.getFirst().get());
    }
}
