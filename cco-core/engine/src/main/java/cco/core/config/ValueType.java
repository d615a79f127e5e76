package cco.core.config;

import cco.core.model.Channel;
import cco.core.model.Version;
import cco.core.toml.KeyPath;
import cco.core.toml.TomlDocument;
import cco.core.toml.TomlException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A type of setting: how its value is written in TOML and on the command line, and how it is read.
 *
 * @param <T> the type of the value
 * @param expected completes "the key must be …"
 * @param typed converts a word of the command line to TOML
 * @param reader reads a TOML value; empty if it is invalid
 */
record ValueType<T>(String expected, Function<String, Object> typed, Function<Object, Optional<T>> reader) {

    static final ValueType<Boolean> TRUTH = new ValueType<>(
            "true or false",
            text -> text.matches("true|false") ? Boolean.valueOf(text) : text,
            value -> only(Boolean.class, value));

    static final ValueType<Channel> CHANNEL = text("a channel such as stable, beta or nightly", Channel::new);

    static final ValueType<Duration> AGE = text("a duration such as \"36h\" or \"7d\"", ValueType::duration);

    static final ValueType<Path> FILE = text("an absolute path", text -> require(Path.of(text), Path::isAbsolute));

    static final ValueType<URI> PROXY = text(
            "the URL of an http proxy with its port, such as \"http://proxy.example.com:3128\"",
            text -> require(URI.create(text), ValueType::isProxy));

    static final ValueType<List<String>> HOSTS = list(
            "a list of hosts, domains or networks such as [\"example.com\", \"10.0.0.0/8\"]",
            text -> require(text, host -> host.matches("[A-Za-z0-9._:/*\\[\\]-]+")));

    static final ValueType<URI> ENDPOINT = text(
            "an https URL such as \"https://stats.example.com/cco\"",
            text -> require(URI.create(text), ValueType::isEndpoint));

    static final ValueType<List<String>> IDS = list(
            "a list of names in lower-case letters, digits and hyphens",
            text -> require(text, id -> id.matches("[a-z0-9][a-z0-9-]{0,62}")));

    static final ValueType<List<Version>> VERSIONS = list("a list of versions such as [\"1.2.0\"]", Version::of);

    /** A setting that only its source understands. */
    static final ValueType<Object> FREE = new ValueType<>(
            "a string or a list of strings",
            text -> text.startsWith("[") ? listOf(text) : text,
            value -> texts(value).map(texts -> value instanceof String ? value : texts));

    private static final Pattern DURATION = Pattern.compile("([0-9]{1,4})([hd])");

    /** An integer in this range. */
    static ValueType<Integer> number(int least, int most) {
        return new ValueType<>(
                "a number from " + least + " to " + most,
                text -> text.matches("-?[0-9]{1,9}") ? Integer.valueOf(text) : text,
                value -> only(Integer.class, value).filter(number -> number >= least && number <= most));
    }

    /** A constant of an enum, as its lower-case name. */
    static <E extends Enum<E>> ValueType<E> choice(Class<E> names) {
        List<E> constants = List.of(names.getEnumConstants());
        String expected = String.join(", ", constants.stream().map(E::toString).toList());
        return text(
                "one of " + expected,
                text -> constants.stream()
                        .filter(constant -> constant.toString().equals(text))
                        .findFirst()
                        .orElseThrow(IllegalArgumentException::new));
    }

    /** Reads a TOML value; empty if it is invalid. */
    Optional<T> read(Object value) {
        return reader.apply(value);
    }

    private static <T> ValueType<T> text(String expected, Function<String, T> meaning) {
        return new ValueType<>(
                expected, text -> text, value -> only(String.class, value).flatMap(attempt(meaning)));
    }

    /** A single string counts as a list of one. */
    private static <T> ValueType<List<T>> list(String expected, Function<String, T> meaning) {
        return new ValueType<>(
                expected,
                ValueType::listOf,
                value -> texts(value)
                        .flatMap(attempt(texts -> texts.stream().map(meaning).toList())));
    }

    private static Duration duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a time: " + text);
        }
        long count = Long.parseLong(matcher.group(1));
        return matcher.group(2).equals("h") ? Duration.ofHours(count) : Duration.ofDays(count);
    }

    private static boolean isProxy(URI address) {
        return "http".equalsIgnoreCase(address.getScheme())
                && address.getHost() != null
                && address.getPort() > 0
                && address.getPath().matches("/?")
                && address.getQuery() == null;
    }

    /** No query, because it could identify a user; http only on this machine. */
    private static boolean isEndpoint(URI address) {
        boolean encrypted = "https".equalsIgnoreCase(address.getScheme());
        boolean local = "http".equalsIgnoreCase(address.getScheme())
                && List.of("localhost", "127.0.0.1", "[::1]").contains(String.valueOf(address.getHost()));
        return (encrypted || local)
                && address.getHost() != null
                && address.getRawUserInfo() == null
                && address.getRawQuery() == null
                && address.getRawFragment() == null;
    }

    private static <T> T require(T value, Predicate<T> condition) {
        if (!condition.test(value)) {
            throw new IllegalArgumentException("refused: " + value);
        }
        return value;
    }

    private static Object listOf(String typed) {
        if (!typed.startsWith("[")) {
            return Stream.of(typed.split(","))
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .toList();
        }
        try {
            Map<KeyPath, Object> values = TomlDocument.of("typed = " + typed).values();
            return values.size() == 1 ? values.values().iterator().next() : typed;
        } catch (TomlException notToml) {
            return typed;
        }
    }

    private static Optional<List<String>> texts(Object value) {
        List<?> values = value instanceof List<?> list ? list : List.of(value);
        List<String> texts = values.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
        return texts.size() == values.size() ? Optional.of(texts) : Optional.empty();
    }

    private static <T> Optional<T> only(Class<T> type, Object value) {
        return type.isInstance(value) ? Optional.of(type.cast(value)) : Optional.empty();
    }

    private static <V, T> Function<V, Optional<T>> attempt(Function<V, T> meaning) {
        return value -> {
            try {
                return Optional.of(meaning.apply(value));
            } catch (IllegalArgumentException meaningless) {
                return Optional.empty();
            }
        };
    }
}
