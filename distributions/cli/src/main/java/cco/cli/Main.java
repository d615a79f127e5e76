package cco.cli;

import cco.cli.command.Program;
import cco.cli.command.VersionFlag;
import cco.cli.report.ExitCode;
import cco.core.model.Version;
import java.lang.module.ModuleDescriptor;
import java.util.List;

/** The entry point; the only class that ends the process. */
public final class Main {

    private Main() {}

    /**
     * Runs cco and ends the process with an {@link ExitCode}. Everything is written by then, and {@code System.exit}
     * would first look for a logger, which takes a tenth of a short command.
     */
    public static void main(String[] words) {
        Runtime.getRuntime().halt(run(List.of(words)).code());
    }

    private static ExitCode run(List<String> words) {
        ModuleDescriptor self = Main.class.getModule().getDescriptor();
        String version = self.rawVersion().orElseThrow();
        return VersionFlag.isAsked(words)
                ? VersionFlag.answer(words, version)
                : new Program(Version.of(version)).run(words);
    }
}
