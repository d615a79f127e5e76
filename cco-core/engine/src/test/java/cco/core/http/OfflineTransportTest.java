package cco.core.http;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.api.OriginException;
import cco.api.Resource;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OfflineTransportTest {

    @Test
    void hint_namesTheOption() {
        Resource any = Resource.whole("file");
        URI address = URI.create("https://example.com/file");
        var refusal = assertThrows(OriginException.class, () -> new OfflineTransport().get(address, any, Map.of()));
        assertTrue(refusal.hint().contains("--offline"), refusal.hint());
    }
}
