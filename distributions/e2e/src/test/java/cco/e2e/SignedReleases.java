package cco.e2e;

import java.io.IOException;
import java.nio.file.Path;

/** A publisher of signed releases of {@code hello}, with the keys on a machine of its own. */
final class SignedReleases {

    private final Machine machine;
    private final Publisher builds;

    private SignedReleases(Machine machine, Publisher builds) {
        this.machine = machine;
        this.builds = builds;
    }

    /** Makes the keys and an empty repository. */
    static SignedReleases in(Path folder) throws IOException {
        Machine machine = new Machine(folder.resolve("publisher's machine"));
        Publisher builds = new Publisher(folder.resolve("builds"), "hello");
        SigningKeys.write(machine, "hello");
        machine.cco(
                        "release",
                        "init",
                        "--app",
                        "hello",
                        "--repository",
                        builds.repository().toString())
                .exits(0);
        return new SignedReleases(machine, builds);
    }

    Path repository() {
        return builds.repository();
    }

    /** Builds, releases and signs a version. */
    SignedReleases release(String version) throws IOException {
        builds.release(version);
        machine.cco("release", "sign", "--repository", repository().toString()).exits(0);
        return this;
    }
}
