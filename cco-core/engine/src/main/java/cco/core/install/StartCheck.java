package cco.core.install;

import cco.core.error.InstallException;
import cco.core.model.Version;
import cco.core.stage.CdsArchive;
import cco.core.stage.SmokeRun;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Starts an installed version as when it was installed. It changes nothing, but the program may. */
public final class StartCheck {

    /** Covers a test of everything on a slow disk. */
    private static final Duration HEALTH_LIMIT = Duration.ofSeconds(60);

    private final AppHome home;

    /** Creates a check of the app's versions. */
    public StartCheck(AppHome home) {
        this.home = home;
    }

    /** Whether the startup archive of a version is damaged, or made for another Java runtime. */
    public boolean hasDamagedArchive(Version version) {
        return CdsArchive.isDamaged(home.version(version));
    }

    /** Finds out why a version does not start. One that must not be started, or was never proven, has no problem. */
    public Optional<String> problem(InstalledVersion entry) {
        List<String> arguments = entry.smokeArguments().orElse(List.of());
        return arguments.isEmpty()
                ? Optional.empty()
                : new SmokeRun(SmokeRun.DEFAULT_LIMIT)
                        .problem(
                                entry.version(),
                                home.version(entry.version()),
                                entry.programs().executable(),
                                arguments);
    }

    /** Finds out why a version does not work: by its own health check, or else by its smoke run. */
    Optional<String> healthProblem(InstalledVersion entry) {
        List<String> arguments = entry.programs().healthArguments();
        return arguments.isEmpty()
                ? problem(entry)
                : new SmokeRun(HEALTH_LIMIT)
                        .problem(home.version(entry.version()), entry.programs().executable(), arguments);
    }

    /**
     * Refuses a version that does not start, before it becomes current.
     *
     * @throws InstallException if it does not start, or its startup archive is damaged
     */
    void require(InstalledVersion entry) throws InstallException {
        String name = home.app() + " " + entry.version();
        String repair = "run `cco doctor " + home.app() + " --repair`";
        if (hasDamagedArchive(entry.version())) {
            throw new InstallException("the startup archive of " + name + " is damaged", repair);
        }
        Optional<String> problem = problem(entry);
        if (problem.isPresent()) {
            throw new InstallException(
                    name + " " + problem.get(),
                    repair + ", or `cco update " + home.app() + "` to install the newest version");
        }
    }
}
