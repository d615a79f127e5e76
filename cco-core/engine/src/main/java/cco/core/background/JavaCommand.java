package cco.core.background;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How this Java program can be started again with another main class: the same runtime, and the same modules and
 * classes.
 *
 * @param javaHome the runtime
 * @param modulePath as the runtime was told, or empty
 * @param classPath as the runtime was told, or empty
 * @param folder what relative paths begin at
 */
public record JavaCommand(Path javaHome, String modulePath, String classPath, Path folder) {

    /**
     * The command; nothing if the runtime has no {@code java} to be started with, as some installers leave it out.
     *
     * @param main the main class
     * @param options for the virtual machine
     * @param arguments for the main class
     */
    public Optional<List<String>> running(Class<?> main, List<String> options, List<String> arguments) {
        Path java = javaHome.resolve("bin").resolve(File.separatorChar == '\\' ? "java.exe" : "java");
        if (!Files.isExecutable(java)) {
            return Optional.empty();
        }
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(options);
        add(command, "--module-path", modulePath);
        add(command, "--class-path", classPath);
        if (main.getModule().isNamed()) {
            command.add("--module");
            command.add(main.getModule().getName() + "/" + main.getName());
        } else {
            command.add(main.getName());
        }
        command.addAll(arguments);
        return Optional.of(command);
    }

    private void add(List<String> command, String option, String path) {
        if (path.isEmpty()) {
            return;
        }
        StringBuilder absolute = new StringBuilder();
        for (String element : path.split(File.pathSeparator)) {
            absolute.append(absolute.isEmpty() ? "" : File.pathSeparator).append(folder.resolve(element));
        }
        command.add(option);
        command.add(absolute.toString());
    }
}
