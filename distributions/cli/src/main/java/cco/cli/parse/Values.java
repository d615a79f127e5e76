package cco.cli.parse;

import cco.core.error.UsageException;
import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.Platform;
import cco.core.model.Version;
import cco.publisher.repository.WebAddress;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;

/** Converts words of the command line to types of the engine. */
public final class Values {

    private record Type(String expectation, Function<String, ?> reader) {}

    private static final Map<Class<?>, Type> TYPES = Map.of(
            AppName.class, new Type("an app name such as hello", AppName::new),
            Version.class, new Type("a version such as 1.2.0", VersionWord::parse),
            Channel.class, new Type("a channel name such as stable", Channel::new),
            Platform.class, new Type("a platform such as linux-x86_64", Platform::new),
            WebAddress.class, new Type("an address such as https://releases.example.com/hello", WebAddress::new),
            Path.class, new Type("a path", Path::of),
            Instant.class, new Type("a date and time such as 2026-01-31T10:00:00Z", Instant::parse),
            Integer.class, new Type("a whole number", Integer::valueOf),
            String.class, new Type("text", Function.identity()));

    private Values() {}

    /** Whether words can be converted to this type. */
    static boolean knows(Class<?> type) {
        return TYPES.containsKey(type);
    }

    /**
     * Converts one word.
     *
     * @param name of the option or operand
     * @throws UsageException if it is invalid
     */
    public static <T> T convert(Class<T> type, String name, String word, String hint) throws UsageException {
        Type known = TYPES.get(type);
        try {
            return type.cast(known.reader().apply(word));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new UsageException(Arguments.invalid(name, word, known.expectation()), hint(type, word, hint), e);
        }
    }

    private static String hint(Class<?> type, String word, String usual) {
        return type == Version.class ? VersionWord.hint(word).orElse(usual) : usual;
    }
}
