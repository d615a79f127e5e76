package cco.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The commands of a publisher that change a release repository. */
enum PublishingCommand {
    ADD {
        @Override
        SweptCommand prepare(Path folder) throws IOException {
            SweptPublisher publisher = new SweptPublisher(folder);
            publisher.sweep(publisher.home(), publisher.add("1.1.0"));
            return publisher;
        }
    },

    SIGN {
        @Override
        SweptCommand prepare(Path folder) throws IOException {
            SweptPublisher publisher = new SweptPublisher(folder);
            publisher.cco(publisher.add("1.1.0"));
            publisher.sweep(publisher.home(), "release", "sign", "--repository", publisher.repository());
            return publisher;
        }
    },

    /** It also installs the version in a temporary home, as {@link UserCommand#INSTALL} does, and uploads it. */
    PUBLISH {
        @Override
        SweptCommand prepare(Path folder) throws IOException {
            SweptPublisher publisher = new SweptPublisher(folder);
            Path project = folder.resolve("builds");
            publisher.add("1.1.0");
            Files.writeString(
                    project.resolve("release.toml"), """
                    schema = 1
                    app = "hello"
                    address = "https://example.com/hello"
                    repository = "%s"
                    [platforms]
                    %s = "build-{version}"
                    """.formatted(publisher.repository(), Publisher.platform()));
            publisher.sweep(
                    Path.of(publisher.repository()),
                    "release",
                    "publish",
                    "1.1.0",
                    "--no-upload",
                    "--project",
                    project + "/release.toml");
            return publisher;
        }
    };

    /** Prepares a repository, and runs the command once without faults. */
    abstract SweptCommand prepare(Path folder) throws IOException;
}
