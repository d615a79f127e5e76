package cco.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.cli.parse.GlobalOptions;
import cco.cli.parse.OptionParser;
import cco.core.error.UsageException;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Flags are set without JCommander if they have the names of their fields, so all of them must have. */
class PlainFlagsTest {

    private static UpdateCommand update(String words) throws UsageException {
        return (UpdateCommand)
                CommandLine.parse(List.of(("update " + words).split(" "))).command();
    }

    @ParameterizedTest
    @EnumSource
    void everyBooleanField_isTheFlagOfItsName(CommandName name) {
        Object command = CommandFactory.create(name);
        Object globals = new GlobalOptions();
        Set<String> declared = OptionParser.options(globals, command).stream()
                .filter(option -> option.value().isEmpty())
                .map(option -> option.names().getLast())
                .collect(Collectors.toCollection(TreeSet::new));
        Stream.of(globals, command)
                .flatMap(owner -> Stream.of(owner.getClass().getDeclaredFields()))
                .filter(field -> field.getType() == boolean.class)
                .map(PlainFlagsTest::flag)
                .forEach(flag -> assertTrue(declared.contains(flag), () -> name + " declares no " + flag));
    }

    private static String flag(Field field) {
        return "--" + field.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    @Test
    void plainFlags_setWhatJCommanderSets() throws UsageException {
        List<UpdateCommand.Intent> intents = new ArrayList<>();
        for (String words : List.of("--check", "--dry-run", "--yes", "--install")) {
            intents.add(update(words).intent(false, false));
            assertEquals(intents.getLast(), update(words + " --config /c").intent(false, false), words);
        }
        assertEquals(
                List.of(
                        UpdateCommand.Intent.CHECK,
                        UpdateCommand.Intent.DRY_RUN,
                        UpdateCommand.Intent.INSTALL,
                        UpdateCommand.Intent.INSTALL),
                intents);
        assertEquals("hello", update("--check hello --json").app().value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--dryRun", "--dry--run", "--Check", "--check=true", "--offers", "--version", "-c", "---check"})
    void otherWordsThatNameAField_areMistakes(String word) {
        assertThrows(UsageException.class, () -> update(word));
    }

    @Test
    void flagsThatExcludeEachOther_areRefused() {
        assertThrows(UsageException.class, () -> update("--check --yes"));
    }
}
