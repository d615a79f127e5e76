import java.nio.file.Files;
import java.nio.file.Path;

/** Programs of others, as far as npm has installed them in the folder that the variable {@code PEERS} names. */
final class Peers {

    private final Path modules = Path.of(System.getenv().getOrDefault("PEERS", "/nonexistent"), "node_modules");
    private final Lab lab;
    private final Path script;

    Peers(Lab lab, Path root) {
        this.lab = lab;
        this.script = root.resolve("distributions/bench/src/check.js");
    }

    /** Other programs that are one file, and print their version. */
    Timing addStarts(Timing timing) {
        for (String name : new String[] {"bun", "deno"}) {
            Path program = modules.resolve(".bin").resolve(name);
            if (Files.exists(program)) {
                timing.add("`" + name + " --version`", program + " --version");
            }
        }
        return timing;
    }

    /** Another client of the same signed metadata. */
    Timing addCheck(Timing timing, String address, String authority) {
        if (Files.exists(modules.resolve("tuf-js"))) {
            String store = lab.folder + "/tuf-js-" + address.replaceAll("\\W", "");
            timing.add(
                    "tuf-js",
                    "NODE_EXTRA_CA_CERTS=" + authority + " NODE_PATH=" + modules + " node " + script + " " + address
                            + " " + lab.rootFile() + " " + store);
        }
        return timing;
    }
}
