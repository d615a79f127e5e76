package cco.core.metadata;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of a refresh begin with: a repository, and a client of it that has not asked for anything yet. */
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
