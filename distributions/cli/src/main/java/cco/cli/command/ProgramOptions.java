package cco.cli.command;

import cco.cli.parse.Arguments;
import cco.cli.parse.NoSplitting;
import cco.core.error.UsageException;
import cco.core.model.AppName;
import cco.core.model.Programs;
import com.beust.jcommander.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The options that name the programs of a build. */
final class ProgramOptions {

    private static final String COMMAND = "--command";

    @Parameter(names = "--executable")
    private String executable;

    @Parameter(names = COMMAND, splitter = NoSplitting.class)
    private List<String> commands = new ArrayList<>();

    @Parameter(names = "--health")
    private String health;

    /** The program of the app's own command, which has the app's name by default, and those of further commands. */
    Programs programs(AppName app, Arguments arguments) throws UsageException {
        Map<String, String> further = new LinkedHashMap<>();
        for (String command : commands) {
            int end = command.indexOf('=');
            if (end < 0 || end == command.length() - 1) {
                throw arguments.refuse(Arguments.invalid(COMMAND, command, "such as " + app + "-admin=bin/admin"));
            }
            String name = command.substring(0, end);
            if (name.equalsIgnoreCase(app.value())) {
                throw arguments.refuse(COMMAND + " " + name + " is the app's own command, which --executable sets");
            }
            if (further.put(name, command.substring(end + 1)) != null) {
                throw arguments.refuse(COMMAND + " " + name + " is given twice");
            }
        }
        try {
            return Programs.of(executable == null ? app.value() : executable, further)
                    .checkedBy(
                            health == null ? List.of() : List.of(health.strip().split("\\s+")));
        } catch (IllegalArgumentException e) {
            throw arguments.refuse(COMMAND + ": " + e.getMessage());
        }
    }
}
