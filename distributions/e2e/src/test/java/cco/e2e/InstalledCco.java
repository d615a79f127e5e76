package cco.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A cco that the bundle has installed, made once for all tests that ask for it as a parameter. It is what users run
 * day by day, and it starts twice as fast as the bundle, which has no start-up archive yet.
 */
final class InstalledCco implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Cco.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(InstalledCco.class))
                .computeIfAbsent(Cco.class, _ -> install());
    }

    private static Cco install() {
        try {
            Path folder = Files.createTempDirectory("installed-cco");
            Publisher publisher = new Publisher(folder.resolve("publisher"), "cco");
            publisher.add(Machine.VERSION, Machine.BUNDLE).exits(0);
            Machine machine = new Machine(folder.resolve("machine"));
            machine.cco("install", "cco", "--from", publisher.repository().toString())
                    .exits(0);
            return new Cco(folder, machine.home().resolve("bin/cco"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The installed cco.
     *
     * @param program what to run
     */
    record Cco(Path folder, Path program) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
