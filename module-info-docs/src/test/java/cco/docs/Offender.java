package cco.docs;

import java.net.HttpURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Breaks every rule of {@link UseRulesTest#rules} in a way that is easy to overlook. It never runs. */
@SuppressWarnings("unused")
final class Offender {

    private final IntConsumer exit = System::exit;
    private final Consumer<String> output = System.out::println;
    private final UnaryOperator<String> environment = System::getenv;
    private HttpURLConnection connection;
    private java.util.List<ProcessBuilder> programs;
    private final Callable<Path> writing = () -> Files.writeString(Path.of("x"), "y");
    private final Callable<Object> fileStore = () -> Files.getFileStore(Path.of("x"));
    private final UnaryOperator<Duration> half = duration -> duration.dividedBy(2);
    private final Function<String, Instant> time = Instant::parse;
    private final Supplier<Instant> clock = Instant::now;
    private final String pf4j = "Lorg/pf4j/Plugin;";
    private final String gson = "Lcom/google/gson/Gson;";
}
