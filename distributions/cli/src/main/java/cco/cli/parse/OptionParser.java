package cco.cli.parse;

import cco.core.error.UsageException;
import cco.core.model.Suggestion;
import com.beust.jcommander.IStringConverter;
import com.beust.jcommander.JCommander;
import com.beust.jcommander.ParameterDescription;
import com.beust.jcommander.ParameterException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Separates options from operands, and lets JCommander set the fields that declare the options.
 *
 * <p>JCommander does not split the words itself, because it strips quotes and spaces from operands, expands {@code =}
 * inside values, and throws errors without a type.
 */
public final class OptionParser {

    private final String command;
    private final JCommander binder;
    private final TreeMap<String, ParameterDescription> known = new TreeMap<>();
    private final Set<String> given = new TreeSet<>();
    private final List<String> bound = new ArrayList<>();
    private final List<String> operands = new ArrayList<>();

    /**
     * A declared option.
     *
     * @param names shortest first
     * @param value the type of its value; empty for a flag
     */
    public record Option(List<String> names, Optional<Class<?>> value) {}

    private OptionParser(String command, Object... declarations) {
        this.command = command;
        this.binder = JCommander.newBuilder()
                .addObject(declarations)
                .expandAtSign(false)
                .addConverterInstanceFactory((_, type, option) -> converter(type, option))
                .build();
        binder.createDescriptions();
        for (ParameterDescription option : binder.getParameters()) {
            for (String name : option.getParameter().names()) {
                known.put(name, option);
            }
        }
    }

    /**
     * Parses the words after a command.
     *
     * @param command as the user types it
     * @param declarations the objects whose annotated fields are set
     * @throws UsageException if an option is unknown, or its value is missing or invalid
     */
    public static Arguments parse(String command, List<String> words, Object... declarations) throws UsageException {
        Optional<Arguments> plain = PlainFlags.parse(command, words, declarations);
        return plain.isPresent() ? plain.get() : bound(command, words, declarations);
    }

    private static Arguments bound(String command, List<String> words, Object... declarations) throws UsageException {
        OptionParser parser = new OptionParser(command, declarations);
        parser.split(words.iterator());
        parser.bind();
        return new Arguments(command, parser.given, parser.operands);
    }

    /** The options that these objects declare, sorted by name. */
    public static List<Option> options(Object... declarations) {
        return new OptionParser("", declarations)
                .known.values().stream()
                        .distinct()
                        .map(option -> new Option(
                                Stream.of(option.getParameter().names())
                                        .sorted(Comparator.comparingInt(String::length))
                                        .toList(),
                                valueType(option)))
                        .toList();
    }

    private static Optional<Class<?>> valueType(ParameterDescription option) {
        if (takesNoValue(option)) {
            return Optional.empty();
        }
        Type element = option.getParameterized().findFieldGenericType();
        return Optional.of(
                element instanceof Class<?> type
                        ? type
                        : option.getParameterized().getType());
    }

    private void split(Iterator<String> words) throws UsageException {
        while (words.hasNext()) {
            String word = words.next();
            if (word.equals("--")) {
                words.forEachRemaining(operands::add);
            } else if (word.startsWith("-") && word.length() > 1) {
                option(word, words);
            } else {
                operands.add(word);
            }
        }
    }

    private void option(String word, Iterator<String> following) throws UsageException {
        int equals = word.startsWith("--") ? word.indexOf('=') : -1;
        String name = equals < 0 ? word : word.substring(0, equals);
        ParameterDescription option = known.get(name);
        if (option == null) {
            throw unknown(name);
        }
        String canonical = option.getLongestName();
        boolean again = !given.add(canonical);
        if (takesNoValue(option)) {
            flag(canonical, equals >= 0, again);
        } else if (again && !takesManyValues(option)) {
            throw refuse(canonical + " can be used only once");
        } else if (equals < 0 && !following.hasNext()) {
            throw refuse(canonical + " needs a value");
        } else {
            value(canonical, equals < 0 ? following.next() : word.substring(equals + 1));
        }
    }

    private void flag(String name, boolean withValue, boolean again) throws UsageException {
        if (withValue) {
            throw refuse(name + " does not take a value");
        }
        // JCommander would turn it off again.
        if (!again) {
            bound.add(name);
        }
    }

    private void value(String name, String value) throws UsageException {
        // JCommander would skip an empty value and take the next word.
        if (value.equals("--") || value.isEmpty()) {
            throw refuse(name + " needs a value");
        }
        bound.addAll(List.of(name, value));
    }

    private void bind() throws UsageException {
        try {
            binder.parse(bound.toArray(String[]::new));
        } catch (ParameterException e) {
            throw e.getCause() instanceof UsageException usage ? usage : refuse(e.getMessage());
        }
    }

    private IStringConverter<?> converter(Class<?> type, String option) {
        return !Values.knows(type)
                ? null
                : word -> {
                    try {
                        return Values.convert(type, option, word, Arguments.hint(command));
                    } catch (UsageException e) {
                        throw new ParameterException(e.getMessage(), e);
                    }
                };
    }

    private static boolean takesNoValue(ParameterDescription option) {
        return option.getParameterized().getType() == boolean.class;
    }

    private static boolean takesManyValues(ParameterDescription option) {
        return Collection.class.isAssignableFrom(option.getParameterized().getType());
    }

    private UsageException unknown(String name) {
        Set<String> names = new TreeSet<>(known.keySet());
        if (command.isEmpty()) {
            names.add("--version"); // answered before the command line is parsed
        }
        String hint = Suggestion.nearest(name, names)
                .map(nearest -> "did you mean " + nearest + "?")
                .orElse(Arguments.hint(command));
        return new UsageException("unknown option: " + name, hint);
    }

    private UsageException refuse(String message) {
        return new UsageException(message, Arguments.hint(command));
    }
}
