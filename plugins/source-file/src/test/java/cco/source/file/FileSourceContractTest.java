package cco.source.file;

import cco.api.ChannelSource;
import cco.tck.ChannelSourceContract;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

class FileSourceContractTest extends ChannelSourceContract {

    @Override
    protected ChannelSource source() {
        return new FileSource();
    }

    @Override
    protected Map<String, ?> settings(Path folder, URI address) {
        return Map.of("path", folder.toString());
    }
}
