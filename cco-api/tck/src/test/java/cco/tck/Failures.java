package cco.tck;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** Runs the tests of a contract as JUnit would, and says which of them fail. */
final class Failures {

    private Failures() {}

    static Set<String> of(Object contract, Path temporary) throws IOException, IllegalAccessException {
        Set<String> failures = new TreeSet<>();
        for (Method test : contract.getClass().getMethods()) {
            if (!test.isAnnotationPresent(Test.class)) {
                continue;
            }
            Path folder = Files.createDirectory(temporary.resolve(test.getName()));
            try {
                test.invoke(contract, test.getParameterCount() == 0 ? new Object[0] : new Object[] {folder});
            } catch (InvocationTargetException e) {
                if (!(e.getCause() instanceof TestAbortedException)) {
                    failures.add(test.getName());
                }
            }
        }
        return failures;
    }
}
