package cco.core.background;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The command that starts this Java program again with another main class.
 *
 * @param javaHome the folder of the runtime
 * @param modulePath the runtime's module path, or empty
 * @param classPath the runtime's class path, or empty
 * @param folder the folder that relative paths refer to
 */
public record JavaCommand(Path javaHome, String modulePath, String classPath, Path folder) {

    /**
     * {@return the command line; nothing if the runtime has no {@code java}, which some installers omit}
     *
     * @param main the main class
     * @param options the options of the virtual machine
     * @param arguments the arguments of the main class
     */
    public Optional<List<String>> running(Class<?> main, List<String> options, List<String> arguments) {
        // On Windows, javaw.exe belongs to no console, so that it survives the closing of the window.
        Path java = javaHome.resolve("bin").resolve(File.separatorChar == '\\' ? "javaw.exe" : "java");
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
