package cco.source.mirror;

import cco.api.ChannelSource;
import cco.tck.ChannelSourceContract;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class MirrorSourceContractTest extends ChannelSourceContract {

    @Override
    protected ChannelSource source() {
        return new MirrorSource();
    }

    @Override
    protected Map<String, ?> settings(Path folder, URI address) {
        return Map.of("urls", List.of(address.toString()));
    }
}
