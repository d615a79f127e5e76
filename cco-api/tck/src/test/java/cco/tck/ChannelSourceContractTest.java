package cco.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cco.api.BadSettingException;
import cco.api.ChannelSource;
import cco.api.Content;
import cco.api.Origin;
import cco.api.Resource;
import cco.api.Settings;
import cco.api.Transport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract finds the faults of bad sources, and none in a good one. */
class ChannelSourceContractTest {

    /** How an origin opens a file below a base address. */
    private interface Opener {
        Content open(String base, Resource resource, Transport transport) throws IOException;
    }

    private static Content good(String base, Resource resource, Transport transport) throws IOException {
        return transport.get(address(base, resource.path()), resource, Map.of());
    }

    private static URI address(String base, String path) {
        StringBuilder encoded = new StringBuilder(base + "/");
        for (char c : path.toCharArray()) {
            encoded.append(c == '/' || Character.isLetterOrDigit(c) ? "" + c : "%%%02X".formatted((int) c));
        }
        return URI.create(encoded.toString());
    }

    private static final class Trial extends ChannelSourceContract {

        private final Set<String> keys;
        private final Opener opener;

        Trial(Set<String> keys, Opener opener) {
            this.keys = keys;
            this.opener = opener;
        }

        @Override
        protected ChannelSource source() {
            return new ChannelSource() {
                @Override
                public String id() {
                    return "acme";
                }

                @Override
                public Set<String> keys() {
                    return keys;
                }

                @Override
                public List<Origin> origins(Settings settings) throws BadSettingException {
                    String base = settings.text("url").orElseThrow(() -> new BadSettingException("url", "is missing"));
                    return List.of(origin(base));
                }
            };
        }

        private Origin origin(String base) {
            return new Origin() {
                @Override
                public String name() {
                    return base;
                }

                @Override
                public Content open(Resource resource, Transport transport) throws IOException {
                    return opener.open(base, resource, transport);
                }
            };
        }

        @Override
        protected Map<String, ?> settings(Path folder, URI address) {
            return Map.of("url", address.toString());
        }
    }

    /** Reads all that comes before it hands on the first byte. */
    private static Content greedy(String base, Resource resource, Transport transport) throws IOException {
        try (Content content = good(base, resource, transport)) {
            byte[] bytes = content.stream().readNBytes(1 << 20);
            return new Content(
                    new ByteArrayInputStream(bytes),
                    content.offset(),
                    OptionalLong.of(bytes.length + 1L),
                    content.validator());
        }
    }

    private static Content forgetful(String base, Resource resource, Transport transport) throws IOException {
        return good(base, new Resource(resource.path(), resource.offset(), Optional.empty()), transport);
    }

    private static Content vague(String base, Resource resource, Transport transport) throws IOException {
        try {
            return good(base, resource, transport);
        } catch (IOException e) {
            throw new IOException("something is wrong", e);
        }
    }

    private static Content literal(String base, Resource resource, Transport transport) throws IOException {
        return transport.get(URI.create(base + "/" + resource.path().replace(" ", "%20")), resource, Map.of());
    }

    static List<Arguments> sources() {
        Set<String> keys = Set.of("url");
        return List.of(
                Arguments.of(keys, opener(ChannelSourceContractTest::good), ""),
                Arguments.of(
                        Set.of("path"),
                        opener(ChannelSourceContractTest::good),
                        "missingSettings_areReportedByKey onlyDeclaredKeys_areRead"),
                Arguments.of(keys, opener(ChannelSourceContractTest::greedy), "offsetAndLength_areTrue"),
                Arguments.of(keys, opener(ChannelSourceContractTest::forgetful), "changedFile_startsOver"),
                Arguments.of(keys, opener(ChannelSourceContractTest::vague), "missingFile_isNotAMissingRepository"),
                Arguments.of(keys, opener(ChannelSourceContractTest::literal), "pathIsTakenLiterally"));
    }

    private static Opener opener(Opener opener) {
        return opener;
    }

    /** None of them is registered as a service. */
    @ParameterizedTest
    @MethodSource("sources")
    void eachMistake_isFound(Set<String> keys, Opener opener, String failures, @TempDir Path temporary)
            throws Exception {
        Set<String> expected = new TreeSet<>(Set.of("source_isFoundAsAService"));
        Stream.of(failures.split(" ")).filter(name -> !name.isEmpty()).forEach(expected::add);
        assertEquals(expected, Failures.of(new Trial(keys, opener), temporary));
    }
}
