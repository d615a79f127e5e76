package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Plays the transcripts of {@code docs/drills.md}: what users see with sudo, in a chroot, on a full disk. Needs root.
 * {@code -Dcco.transcripts=FOLDER} writes new texts for review.
 */
@Timeout(180)
@Execution(ExecutionMode.CONCURRENT)
class DrillsIT {

    private static final Path PAGE = Checkout.ROOT.resolve("docs/drills.md");
    private static final Pattern COMMAND = Pattern.compile("(ada\\$|root#) .*");

    private static final Pattern FREE = Pattern.compile("free are [\\d.]+ kB");

    /** How often a percentage is shown depends on the speed of the machine. */
    private static final Pattern PROGRESS = Pattern.compile("(?m)^cco: downloading \\d+ %\n");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"sudo", "chroot", "disk"})
    void drill_showsWhatThePageSays(String drill) throws IOException {
        Machine machine = new Machine(folder.resolve("machine")).requires("unshare", "setpriv");
        if (!drill.equals("disk")) {
            machine.requires(drill.equals("chroot") ? "busybox" : "sudo");
        }
        assumeTrue(machine.run(List.of("unshare", "--mount", "mount", "-t", "tmpfs", "tmpfs", "/srv"))
                        .exit()
                == 0);
        String transcript = transcript(drill);
        String played = play(machine, drill, transcript);
        String wanted = System.getProperty("cco.transcripts");
        if (wanted != null) {
            Files.writeString(Files.createDirectories(Path.of(wanted)).resolve(drill + ".txt"), played);
        }
        assertEquals(withoutFree(transcript), withoutFree(played));
    }

    /** How much is free depends on the file system. */
    private static String withoutFree(String transcript) {
        return FREE.matcher(transcript).replaceAll("free are … kB");
    }

    /** The transcript below the heading that names the drill. */
    private static String transcript(String drill) throws IOException {
        Pattern section = Pattern.compile("(?ms)^## [^\n]*" + drill + ".*?^```console\n(.*?)^```$");
        Matcher matcher = section.matcher(Files.readString(PAGE));
        if (!matcher.find()) {
            throw new AssertionError(PAGE + " has no transcript for " + drill);
        }
        return matcher.group(1);
    }

    private String play(Machine machine, String drill, String transcript) throws IOException {
        Path script = folder.resolve("drill.sh");
        try (InputStream resource = DrillsIT.class.getResourceAsStream("drill.sh")) {
            Files.write(script, resource.readAllBytes());
        }
        String commands = transcript
                .lines()
                .filter(line -> COMMAND.matcher(line).matches())
                .collect(Collectors.joining("\n", "", "\n"));
        Path typed = Files.writeString(folder.resolve("commands"), commands);
        List<String> unshare = List.of("unshare", "--mount", "--propagation", "private", "sh", script.toString());
        Run run = machine.run(Stream.concat(
                        unshare.stream(),
                        Stream.of(drill, Machine.BUNDLE.toString(), releases().toString(), typed.toString()))
                .toList());
        return PROGRESS.matcher(run.exits(0).out()).replaceAll("");
    }

    /** A repository with one version, and the same with another one. */
    private Path releases() throws IOException {
        Path releases = Files.createDirectories(folder.resolve("releases"));
        Publisher publisher = new Publisher(folder.resolve("publisher"), "hello").release("1.0.0");
        publisher.copyTo(releases.resolve("old"));
        publisher.releaseOf300Kilobytes("1.1.0").copyTo(releases.resolve("new"));
        return releases;
    }
}
