package cco.docs;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house rules about the parts of the JDK and of libraries that only a few classes may use. */
class UseRulesTest {

    private static final List<UseRule> RULES = List.of(
            new UseRule(
                    "only Main ends the process",
                    "java\\.lang\\.(System\\.exit|Runtime\\.(exit|halt))\\(",
                    "cco\\.cli\\.Main",
                    "the engine must not end the program that embeds it, nor keep locks by an abrupt end"),
            new UseRule(
                    "only Console uses the standard streams",
                    "java\\.lang\\.System\\.(out|err|in)\\b|.*\\.printStackTrace\\(\\)V",
                    "cco\\.cli\\.console\\.Console",
                    "with --json, --quiet or a pipe, one stray line breaks a script"),
            new UseRule(
                    "only Env reads the environment",
                    "java\\.lang\\.(System\\.(getenv|getPropert)"
                            + "|(Integer\\.getInteger|Long\\.getLong|Boolean\\.getBoolean)\\()",
                    "cco\\.core\\.env\\.Env|cco\\.core\\.model\\.Platform",
                    "one place decides where files go, and tests can replace it"),
            new UseRule(
                    "only http and servers open connections",
                    "java\\.net\\.(http\\.|\\w*Socket\\b|\\w*URLConnection\\b|URL\\.open|InetAddress\\.get(All)?By)"
                            + "|javax\\.net\\.(?!ssl\\.SSL\\w*Exception)|com\\.sun\\.net\\."
                            + "|java\\.nio\\.channels\\.\\w*(Socket|Datagram)Channel\\b",
                    // PluginLoader reads URLs inside a jar; IoReason only words the failure of a connection.
                    "cco\\.core\\.http\\..*|cco\\.publisher\\.serve\\..*"
                            + "|cco\\.tck\\.server\\..*"
                            + "|cco\\.core\\.plugin\\.PluginLoader|cco\\.core\\.disk\\.IoReason",
                    "proxy, certificates and limits must apply to every byte"),
            new UseRule(
                    "only six classes start programs",
                    "java\\.lang\\.(ProcessBuilder\\b|Runtime\\.exec\\()",
                    "cco\\.core\\.stage\\.(SmokeRun|ProgramRun)|cco\\.publisher\\.keys\\.CommandRun"
                            + "|cco\\.publisher\\.upload\\.ToolRun"
                            + "|cco\\.publisher\\.packaging\\.RpmBuild"
                            + "|cco\\.core\\.background\\.DetachedProcess",
                    "an update runs a downloaded program only after its verification, and no shell splits arguments"),
            new UseRule(
                    "only plugin uses pf4j",
                    "org\\.pf4j\\.",
                    "cco\\.core\\.plugin\\..*",
                    "without a drop-in plugin it is never loaded, and it can be replaced in one package"),
            new UseRule(
                    "only json and the GitHub source use gson",
                    "com\\.google\\.gson\\.",
                    "cco\\.core\\.json\\..*|cco\\.source\\.github\\..*",
                    "an attacker can exploit two parsers that read one document differently"),
            new UseRule(
                    "lasting files are written by DurableFiles",
                    "java\\.nio\\.file\\.Files\\.(write|move|copy)",
                    "cco\\.core\\.(disk|fetch)\\..*|cco\\.installer\\.(posix\\.AtomicLink|windows\\.PortableMoves)"
                            + "|cco\\.(tck|docs)\\..*",
                    "after a power cut, a file holds its old or its new content; only the cache may be lost"),
            new UseRule(
                    "nothing asks for a file store",
                    "java\\.nio\\.file\\.Files\\.getFileStore",
                    "cco\\.docs\\..*",
                    "in a chroot that is not a mount point it fails with 'mount point not found'"),
            new UseRule(
                    "clients do not multiply durations",
                    "java\\.time\\.Duration\\.(multipliedBy|dividedBy)\\(",
                    "cco\\.(publisher|docs)\\..*",
                    "Java does it with BigDecimal, whose initialization takes as long as a request"),
            new UseRule(
                    "only UtcTime parses times",
                    "java\\.time\\.Instant\\.parse\\(",
                    "cco\\.core\\.model\\.UtcTime|cco\\.cli\\.parse\\.Values|cco\\.(publisher|docs)\\..*",
                    "the formatter that Java needs for it takes as long to start as a request"),
            new UseRule(
                    "manifest, trust and tuf do no I/O",
                    "java\\.(io\\.(?!Serializable$)|nio\\.(file|channels)\\.|net\\.)",
                    "(?!cco\\.core\\.(manifest|trust|tuf)\\.).*",
                    "trust decisions are a function of bytes and a time, so a test can try every input"),
            new UseRule(
                    "manifest, plan, trust and tuf do not read the clock",
                    "java\\.(time\\.(Clock|\\w+\\.now\\()|lang\\.System\\.(currentTimeMillis|nanoTime))",
                    "(?!cco\\.core\\.(manifest|plan|trust|tuf)\\.).*",
                    "the caller passes the time, so a test can try every moment"));

    private static List<CompiledClass> classes;

    @BeforeAll
    static void read() throws IOException {
        classes = CompiledTree.read().classes();
    }

    static List<UseRule> rules() {
        return RULES;
    }

    @ParameterizedTest
    @MethodSource("rules")
    void rule_isKept(UseRule rule) {
        List<String> violations = rule.violations(classes);
        assertTrue(violations.isEmpty(), () -> rule + ": " + rule.reason() + "\n  " + String.join("\n  ", violations));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void rule_refusesAnOffender(UseRule rule) throws IOException {
        CompiledClass offender = compiled(Offender.class);
        CompiledClass inTrust = new CompiledClass("cco.core.trust.Offender", "", offender.uses());
        assertFalse(rule.violations(List.of(inTrust)).isEmpty());
    }

    private static CompiledClass compiled(Class<?> type) throws IOException {
        try (InputStream bytes = type.getResourceAsStream(type.getSimpleName() + ".class")) {
            return CompiledClass.read(bytes.readAllBytes());
        }
    }
}
