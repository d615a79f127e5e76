package cco.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Repeats a call. */
final class Twice {

    private static final int ROUNDS = 50;

    private Twice() {}

    /** Requires the same result each time, alone and on two threads. */
    static void gives(Object expected, Callable<?> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        Callable<Void> thread = () -> {
            start.await();
            for (int i = 0; i < ROUNDS; i++) {
                assertEquals(expected, work.call(), "another result with two threads");
            }
            return null;
        };
        assertEquals(expected, work.call());
        assertEquals(expected, work.call(), "another result on the second call");
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<Void>> running =
                    IntStream.range(0, 2).mapToObj(_ -> threads.submit(thread)).toList();
            for (Future<Void> each : running) {
                each.get();
            }
        }
    }
}
