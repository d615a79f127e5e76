package cco.core.metadata;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The fixture of refresh tests: a repository, and a client that has not refreshed yet. */
abstract class MetadataLab {

    @TempDir
    Path store;

    final RepositorySimulator repository = new RepositorySimulator();
    Client client;

    @BeforeEach
    final void anchor() {
        client = new Client(store, repository);
    }
}
