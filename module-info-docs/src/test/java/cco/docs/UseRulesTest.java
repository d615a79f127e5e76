package cco.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of the house about who may use what, read from the class files of our own modules. */
class UseRulesTest {

    private static final List<CompiledClass> CLASSES = new ArrayList<>();
    private static final List<ModuleDescriptor> MODULES = new ArrayList<>();

    /** What all rooms of the engine may see. They see each other, without a circle, and no room. */
    private static final Set<String> GROUND = Set.of("error", "model", "disk", "json");

    /** What a room may see beyond the ground and the API. */
    private static final Map<String, Set<String>> ROOMS = Map.ofEntries(
            Map.entry("archive", Set.of()),
            Map.entry(
                    "background",
                    Set.of("config", "env", "install", "manifest", "plan", "plugin", "schedule", "session", "update")),
            Map.entry("config", Set.of("env", "http", "toml")),
            Map.entry(
                    "doctor",
                    Set.of(
                            "config",
                            "env",
                            "fetch",
                            "http",
                            "install",
                            "manifest",
                            "metadata",
                            "plan",
                            "plugin",
                            "session",
                            "trust",
                            "tuf")),
            Map.entry("env", Set.of()),
            Map.entry("fetch", Set.of("http")),
            Map.entry("http", Set.of()),
            Map.entry("install", Set.of("stage")),
            Map.entry("manifest", Set.of()),
            Map.entry("metadata", Set.of("tuf")),
            Map.entry("plan", Set.of("manifest", "trust")),
            Map.entry("plugin", Set.of()),
            Map.entry("schedule", Set.of()),
            Map.entry(
                    "session",
                    Set.of(
                            "archive",
                            "config",
                            "env",
                            "fetch",
                            "http",
                            "install",
                            "manifest",
                            "metadata",
                            "plan",
                            "plugin",
                            "schedule",
                            "stage",
                            "trust",
                            "tuf")),
            Map.entry("stage", Set.of("archive", "fetch")),
            Map.entry("telemetry", Set.of()),
            Map.entry("toml", Set.of()),
            Map.entry("trust", Set.of("manifest", "tuf")),
            Map.entry("tuf", Set.of()),
            Map.entry(
                    "update",
                    Set.of(
                            "config",
                            "doctor",
                            "env",
                            "fetch",
                            "http",
                            "install",
                            "manifest",
                            "metadata",
                            "plan",
                            "plugin",
                            "session",
                            "telemetry",
                            "trust")));

    @BeforeAll
    static void read() throws IOException {
        Path root = SourceTree.root();
        for (String folder : Reactor.folders(root)) {
            Path classes = root.resolve(folder).resolve("target/classes");
            boolean hasSources = Files.isDirectory(root.resolve(folder).resolve("src/main/java"));
            assertTrue(!hasSources || Files.isDirectory(classes), folder + " is not compiled: run ./mvnw verify");
            if (hasSources && !folder.startsWith("module-info-docs/libs/")) {
                read(classes);
            }
        }
    }

    private static void read(Path classes) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                if (file.endsWith("module-info.class")) {
                    MODULES.add(ModuleDescriptor.read(Files.newInputStream(file)));
                } else if (!file.endsWith("package-info.class")) {
                    CLASSES.add(CompiledClass.read(Files.readAllBytes(file)));
                }
            }
        }
    }

    static List<UseRule> rules() {
        return List.of(
                new UseRule(
                        "only Main ends the process",
                        "java\\.lang\\.(System\\.exit|Runtime\\.(exit|halt))\\(",
                        "cco\\.cli\\.Main",
                        "a program that embeds the engine must live on, and locks must be given back"),
                new UseRule(
                        "only Console speaks",
                        "java\\.lang\\.System\\.(out|err|in)\\b|.*\\.printStackTrace\\(\\)V",
                        "cco\\.cli\\.console\\.Console",
                        "with --json, --quiet or a pipe every stray line breaks somebody's script"),
                new UseRule(
                        "only Env reads the environment",
                        "java\\.lang\\.(System\\.(getenv|getPropert)"
                                + "|(Integer\\.getInteger|Long\\.getLong|Boolean\\.getBoolean)\\()",
                        "cco\\.core\\.env\\.Env|cco\\.core\\.model\\.Platform",
                        "what decides where files go stands in one place, and tests can replace it"),
                new UseRule(
                        "only fetch opens connections",
                        "java\\.net\\.(http\\.|\\w*Socket\\b|\\w*URLConnection\\b|URL\\.open|InetAddress\\.get(All)?By)"
                                + "|javax\\.net\\.|com\\.sun\\.net\\."
                                + "|java\\.nio\\.channels\\.\\w*(Socket|Datagram)Channel\\b",
                        // The loader's addresses lead to a jar's bytes; a reason words what a connection failed of.
                        "cco\\.core\\.(doctor|fetch|http)\\..*|cco\\.publisher\\.serve\\..*|cco\\.tck\\.server\\..*"
                                + "|cco\\.core\\.plugin\\.PluginLoader|cco\\.core\\.disk\\.IoReason",
                        "proxy, certificates, limits and time limits hold for every byte or for none"),
                new UseRule(
                        "only the smoke run, the background check and a publisher's signing command start programs",
                        "java\\.lang\\.(ProcessBuilder\\b|Runtime\\.exec\\()",
                        "cco\\.core\\.stage\\.(SmokeRun|ProgramRun)|cco\\.publisher\\.keys\\.CommandRun"
                                + "|cco\\.core\\.background\\.DetachedProcess",
                        "a downloaded program is started when it is verified and before it is anybody's, nowhere else"),
                new UseRule(
                        "only plugin knows pf4j",
                        "org\\.pf4j\\.",
                        "cco\\.core\\.plugin\\..*",
                        "with no drop-in present it is never loaded, and it can be exchanged"),
                new UseRule(
                        "only json knows gson, and the source that reads what GitHub says",
                        "com\\.google\\.gson\\.",
                        "cco\\.core\\.json\\..*|cco\\.source\\.github\\..*",
                        "two readers that disagree about one document can be played off against each other"),
                new UseRule(
                        "what lasts is written durably",
                        "java\\.nio\\.file\\.Files\\.(write|move|copy)",
                        "cco\\.core\\.(disk|fetch)\\..*|cco\\.installer\\.posix\\.AtomicLink|cco\\.(tck|docs)\\..*",
                        "after a power cut a file is the old one or the new one: DurableFiles sees to that, and only "
                                + "the cache of downloads may be lost"),
                new UseRule(
                        "trust is pure",
                        "java\\.(io\\.(?!Serializable$)|nio\\.(file|channels)\\.|net\\.)",
                        "(?!cco\\.core\\.(manifest|trust|tuf)\\.).*",
                        "what decides over trust is a function of bytes and a time: a test can ask it everything"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void rule_isKept(UseRule rule) {
        List<String> violations = rule.violations(CLASSES);
        assertTrue(violations.isEmpty(), () -> rule + ": " + rule.reason() + "\n  " + String.join("\n  ", violations));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void rule_refusesAnOffender(UseRule rule) throws IOException {
        CompiledClass offender = compiled(Offender.class);
        CompiledClass inTrust = new CompiledClass("cco.core.trust.Offender", offender.uses());
        assertFalse(rule.violations(List.of(inTrust)).isEmpty());
    }

    @Test
    void packages_formNoCycle() {
        List<String> cycles = new PackageGraph(CLASSES).cycles();
        assertTrue(
                cycles.isEmpty(),
                () -> "packages that use each other in a circle can only be understood and tested " + "together\n  "
                        + String.join("\n  ", cycles));
    }

    @Test
    void aCycle_isTold() {
        List<CompiledClass> classes = List.of(
                new CompiledClass("a.A", new TreeSet<>(Set.of("b.B", "d.D"))),
                new CompiledClass("b.B", new TreeSet<>(Set.of("c.C"))),
                new CompiledClass("c.C", new TreeSet<>(Set.of("a.A", "c.C"))),
                new CompiledClass("d.D", new TreeSet<>(Set.of("e.E"))));
        assertEquals(
                List.of("a -> b -> c -> a\n    a.A uses b.B\n    b.B uses c.C\n    c.C uses a.A"),
                new PackageGraph(classes).cycles());
    }

    @Test
    void rooms_doNotSeeEachOther() {
        PackageGraph graph = new PackageGraph(CLASSES);
        List<String> violations = new ArrayList<>();
        for (String room : engineRooms()) {
            Set<String> seen = ROOMS.getOrDefault(room, Set.of());
            graph.uses("cco.core." + room).forEach((used, example) -> {
                boolean isEngine = used.equals("cco.core") || used.startsWith("cco.core.");
                String other = used.replaceFirst("^cco\\.core\\.?", "");
                if (isEngine && !GROUND.contains(other) && !seen.contains(other)) {
                    violations.add(example);
                }
            });
        }
        assertTrue(
                violations.isEmpty(),
                () -> "only the conductor sees all rooms: each can be read and tested " + "alone\n  "
                        + String.join("\n  ", violations));
    }

    @Test
    void everyPackageOfTheEngine_hasItsPlace() {
        Set<String> placed = new TreeSet<>(ROOMS.keySet());
        placed.addAll(GROUND);
        assertEquals(placed, engineRooms(), "a new package needs a line in ROOMS that says what it may see");
    }

    private static Set<String> engineRooms() {
        return CLASSES.stream()
                .map(CompiledClass::packageName)
                .filter(name -> name.startsWith("cco.core."))
                .map(name -> name.substring("cco.core.".length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void modules_openNothing() {
        List<String> violations = new ArrayList<>();
        for (ModuleDescriptor module : MODULES) {
            boolean isCli = module.name().equals("cco.cli");
            if (module.isOpen()) {
                violations.add(module.name() + " is open");
            }
            module.opens().stream()
                    .filter(opens -> !isCli || !opens.targets().equals(Set.of("jcommander")))
                    .forEach(opens -> violations.add(module.name() + " " + opens));
        }
        assertTrue(
                violations.isEmpty(),
                () -> "reflection can change what is opened: only JCommander needs that, "
                        + "for the fields of commands\n  " + String.join("\n  ", violations));
    }

    private static CompiledClass compiled(Class<?> type) throws IOException {
        try (InputStream bytes = type.getResourceAsStream(type.getName().replaceFirst(".*\\.", "") + ".class")) {
            return CompiledClass.read(bytes.readAllBytes());
        }
    }
}
