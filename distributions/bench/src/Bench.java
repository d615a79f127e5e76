import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Measures the built bundle beside public tools and writes RESULTS.md or DELTAS.md. See README.md in this folder. */
final class Bench {

    private static final String FLOOR = "floor: GET, JSON, one signature";
    private static final String PIPELINE = "curl, sha256sum, tar, sync each file, checksums, start";

    private final Lab lab;
    private final int rounds;
    private final Peers peers;
    private final Report report = new Report();

    private Bench(Lab lab, Path root, int rounds) {
        this.lab = lab;
        this.rounds = rounds;
        this.peers = new Peers(lab, root);
    }

    public static void main(String[] arguments) throws Exception {
        Path root = Path.of(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        List<Path> archives = Stream.of(arguments).skip(2).map(Path::of).toList();
        List<Path> bumps = archives.stream().filter(Bench::isBump).toList();
        List<Path> history =
                archives.stream().filter(archive -> !isBump(archive)).toList();
        Path folder = Files.createTempDirectory("cco-bench");
        try (Lab lab = new Lab(root, folder)) {
            Bench bench = new Bench(lab, root, rounds);
            if (history.isEmpty()) {
                bench.all(root);
            } else {
                new DeltaBench(lab, bench.report).run(history, bumps);
            }
            String file = history.isEmpty() ? "RESULTS.md" : "DELTAS.md";
            Files.writeString(root.resolve("distributions/bench").resolve(file), bench.report.toString());
        } finally {
            Timing.shell(Path.of("/"), "chmod -R u+w %1$s || :; rm -rf %1$s".formatted(folder));
        }
    }

    /** What {@code bumps} builds is named after what changes. */
    private static boolean isBump(Path archive) {
        return archive.getFileName().toString().matches("cco-v[0-9.]+-(gson|java)-.*");
    }

    private void all(Path root) throws IOException, InterruptedException {
        report.line("# Measured\n\nBy `distributions/bench/run " + rounds + "` on " + LocalDate.now() + ": "
                + lab.sh("nproc") + " cores, "
                + lab.sh("sed -n 's/^model name.*: //p' /proc/cpuinfo | head -n 1")
                + ", Linux " + lab.sh("uname -r") + ".\nThe least of " + rounds
                + " rounds, by turns. Read ratios rather than times: both sides ran in the same minute.");
        report.line("\nBundle: " + Files.size(lab.archive) + " bytes (tar.gz), "
                + lab.sh("gunzip -c %s | xz -6 -T0 | wc -c".formatted(lab.archive)) + " bytes as tar.xz.");
        compile(root);
        lab.sh(lab.install(Lab.INSTALLED, lab.address(false), lab.root()));
        lab.sh(lab.install("tls", lab.address(true), lab.root()));
        lab.sh(lab.cco("tls", "config set network.ca_file " + lab.folder + "/cert.pem"));
        lab.sh(lab.install("ecdsa", lab.ecdsaAddress(), lab.root()));
        lab.sh(lab.cco("ecdsa", "config set network.ca_file " + lab.folder + "/ca.pem"));
        lab.sh(lab.install("plain", lab.address(false), "--trust sha256"));
        start();
        check();
        new VersionBench(lab, report).run(rounds);
        update();
        files();
        memory();
        report.kernels(root.resolve("distributions/bench/target/kernels.csv"));
    }

    private void compile(Path root) throws IOException, InterruptedException {
        lab.sh("mkdir -p classes; " + jdk("javac")
                + " -d classes -p %1$s/distributions/bundle/target/modules ".formatted(root)
                + "--add-modules com.google.gson %1$s/distributions/bench/src/{Floor,Hello}.java; ".formatted(root)
                + jdk("jar") + " --create --file bench.jar -C classes .");
    }

    private static String jdk(String tool) {
        return Path.of(System.getProperty("java.home"), "bin", tool).toString();
    }

    /** A program in cco's runtime, with an archive of its own, as cco has one. */
    private String java(String program, String options, String arguments) throws IOException, InterruptedException {
        String java = lab.java(options);
        String run = " -cp " + lab.folder + "/bench.jar " + program + " " + arguments;
        Path cache = lab.folder.resolve(program + options.hashCode() + ".aot");
        if (!Files.exists(cache)) {
            lab.sh(java + " -XX:AOTCacheOutput=" + cache + run);
        }
        return java + " -XX:AOTCache=" + cache + run;
    }

    private void start() throws IOException, InterruptedException {
        report.chapter("Start");
        report.times(
                peers.addStarts(new Timing(lab.folder)
                                .add("Java hello", java("Hello", "", ""))
                                .add("Java hello, with the archive of cco", lab.java("-cp bench.jar Hello 2>/dev/null"))
                                .add("`cco --version`", lab.cco(Lab.INSTALLED, "--version"))
                                .add("`cco list`", lab.cco(Lab.INSTALLED, "list"))
                                .add("`cco --help`", lab.cco(Lab.INSTALLED, "--help")))
                        .run(2 * rounds),
                "Java hello");
    }

    private void check() throws IOException, InterruptedException {
        report.chapter("`cco update --check`, nothing new");
        String manifest = "/version-manifest.json";
        report.times(
                peers.addCheck(
                                new Timing(lab.folder)
                                        .add(FLOOR, java("Floor", "", lab.address(false) + manifest))
                                        .add("http, sha256", lab.cco("plain", "update --check"))
                                        .add("http, tuf", lab.cco(Lab.INSTALLED, "update --check"))
                                        .add("curl", "curl -s -o /dev/null " + lab.address(false) + manifest),
                                lab.address(false),
                                "cert.pem")
                        .run(2 * rounds),
                FLOOR);
        checkOverTls("RSA", "tls", lab.address(true), "cert.pem");
        checkOverTls("a chain of ECDSA keys", "ecdsa", lab.ecdsaAddress(), "ca.pem");
    }

    private void checkOverTls(String certificate, String user, String address, String authority)
            throws IOException, InterruptedException {
        lab.sh(jdk("keytool") + " -importcert -noprompt -file " + authority + " -alias ca -keystore " + user
                + ".p12 -storepass changeit");
        String trust = "-Djavax.net.ssl.trustStorePassword=changeit -Djavax.net.ssl.trustStore=" + lab.folder + "/"
                + user + ".p12";
        String floor = "floor over TLS, " + certificate;
        String manifest = address + "/version-manifest.json";
        report.line("");
        Timing timing = new Timing(lab.folder)
                .add(floor, java("Floor", trust, manifest))
                .add("TLS, tuf", lab.cco(user, "update --check"))
                .add("curl over TLS", "curl -s --cacert " + authority + " -o /dev/null " + manifest);
        report.times(peers.addCheck(timing, address, authority).run(2 * rounds), floor);
    }

    /** The same guarantees with other tools: each file synced, all checksums, one start. */
    private String pipeline(String address) {
        String archive = lab.sharedPath();
        return ("mkdir -p new && curl -s --cacert cert.pem -o new/a.tar.gz %1$s/%2$s && sha256sum -c want.sum"
                        + " && tar -xzf new/a.tar.gz -C new && find new -type f -exec sync {} +"
                        + " && (cd new/cco-v* && sha256sum --quiet -c checksums.sha256) && new/cco-v*/cco --version")
                .formatted(address, archive);
    }

    private void update() throws IOException, InterruptedException {
        report.chapter("Full update of cco, " + Files.size(lab.archive) / 1_000_000 + " MB");
        lab.sh("mkdir -p new; cp %s new/a.tar.gz; sha256sum new/a.tar.gz > want.sum".formatted(lab.archive));
        String dump = lab.java("-Xshare:dump -XX:SharedClassListFile=" + lab.runtime()
                + "/lib/startup.classlist -XX:SharedArchiveFile=dump.jsa -m cco.cli/cco.cli.Main >/dev/null");
        Timing timing = new Timing(lab.folder).add(PIPELINE, lab.moveAside("new"), pipeline(lab.address(false)));
        addUpdates(timing, "cco over http", false);
        report.times(timing.add("making the start-up archive", dump).run(rounds), PIPELINE);
        String encrypted = "the same pipeline over TLS";
        report.line("");
        timing = new Timing(lab.folder).add(encrypted, lab.moveAside("new"), pipeline(lab.address(true)));
        addUpdates(timing, "cco over TLS", true);
        report.times(timing.run(rounds), encrypted);
    }

    /** Updates from a small old version, so that nothing but the new one takes time. */
    private void addUpdates(Timing timing, String name, boolean encrypted) {
        for (String app : List.of(Lab.UNLISTED, Lab.LISTED)) {
            String before = lab.moveAside("new-user") + "; " + lab.installOld(app, encrypted);
            timing.add(
                    name + (app.equals(Lab.UNLISTED) ? ", without a start-up archive" : ""),
                    before,
                    lab.update(app, encrypted));
        }
    }

    private void files() throws IOException, InterruptedException {
        report.chapter("Growth");
        Map<Integer, Double> curve = new TreeMap<>();
        for (int count : new int[] {100, 1_000, 10_000, 99_000}) {
            curve.put(count, installationOf("files" + count, """
                    i=0; while [ $i -lt %d ]; do printf %%s $i > build/f$i; i=$((i+1)); done""".formatted(count)));
        }
        report.curve("Installation by number of files", "ms", curve);
        curve.clear();
        for (int megabytes : new int[] {10, 100, 500, 1_000, 2_000}) {
            curve.put(
                    megabytes,
                    installationOf("size" + megabytes, "head -c %dM /dev/urandom > build/data".formatted(megabytes)));
        }
        report.curve("Installation by size in MB, random data", "ms", curve);
    }

    private void memory() throws IOException, InterruptedException {
        report.chapter("Peak memory of installations, in MB");
        report.line("| | cco | making the start-up archive |\n| --- | ---: | ---: |");
        lab.sh(lab.moveAside("new-user") + "; " + lab.installOld(Lab.LISTED, true));
        report.memory("update of cco over TLS", Peak.of(lab.folder, lab.update(Lab.LISTED, true)));
        report.memory("one file of 500 MB", peakOf("size500"));
        report.memory("10,000 files", peakOf("files10000"));
        report.memory("99,000 files", peakOf("files99000"));
    }

    private Peak peakOf(String app) throws IOException, InterruptedException {
        lab.sh(lab.moveAside("new-user"));
        return Peak.of(lab.folder, lab.installOther(app));
    }

    private double installationOf(String app, String content) throws IOException, InterruptedException {
        lab.sh("""
            %5$s; mkdir build; %2$s
            printf '#!/bin/sh\\necho 1.0.0\\n' > build/%1$s; chmod +x build/%1$s
            CCO_HOME=%3$s/publisher %4$s/cco release add --app %1$s --version 1.0.0 --platform linux-x86_64 \
                --repository www/%1$s build""".formatted(app, content, lab.folder, lab.bundle, lab.moveAside("build")));
        String archive = "www/%1$s/v1.0.0/%1$s-v1.0.0-linux-x86_64.tar.gz".formatted(app);
        String clean = lab.moveAside("new", "new-user");
        Map<String, Timing.Least> results = new Timing(lab.folder)
                .add(
                        "curl, tar, sync",
                        clean,
                        "mkdir new && curl -s http://127.0.0.1:%d/%s | tar -xz -C new && sync"
                                .formatted(lab.http, archive.substring(4)))
                .add("cco", clean, lab.installOther(app))
                .run(3);
        report.line("\n" + app + ":\n");
        report.times(results, "curl, tar, sync");
        return results.get("cco").wall();
    }
}
