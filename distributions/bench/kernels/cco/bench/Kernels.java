package cco.bench;

import cco.core.archive.UnpackLimits;
import cco.core.archive.Unpacker;
import cco.core.archive.UstarField;
import cco.core.disk.DurableFiles;
import cco.core.error.CcoException;
import cco.core.json.Json;
import cco.core.json.JsonException;
import cco.core.manifest.ManifestExcerpt;
import cco.core.manifest.ManifestReader;
import cco.core.model.AppName;
import cco.core.model.ProgressListener;
import cco.core.model.Sha256;
import cco.core.model.UntrustedBytes;
import cco.core.model.Version;
import cco.core.toml.TomlDocument;
import cco.core.toml.TomlException;
import cco.core.tuf.RootChain;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The loops in which the engine spends its time, warm: microseconds for one operation. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class Kernels {

    private static final AppName HELLO = new AppName("hello");
    private static final int MEGABYTE = 1 << 20;
    private static final int VERSIONS = 1000;

    private final byte[] data = new byte[MEGABYTE];
    private UntrustedBytes manifest;
    private UntrustedBytes root;
    private byte[] settings;
    private List<Version> versions;
    private Path folder;
    private Path archive;

    /** Makes the inputs. */
    @Setup
    public void makeInputs() throws IOException {
        new Random(1).nextBytes(data);
        manifest = new UntrustedBytes("manifest", manifest().getBytes(StandardCharsets.UTF_8));
        root = new UntrustedBytes(
                "root", Files.readAllBytes(Path.of(System.getProperty("cco.corpus"), "metadata", "1.root")));
        settings = IntStream.range(0, 20)
                .mapToObj(i -> "[apps.app" + i + ".updates]\nchannel = \"beta\"\nkeep_versions = " + i + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
        versions = new ArrayList<>(IntStream.range(0, VERSIONS)
                .mapToObj(i -> Version.of("1." + i % 30 + "." + i / 30 + (i % 7 == 0 ? "-beta." + i : "")))
                .toList());
        folder = Files.createTempDirectory("kernels");
        archive = folder.resolve("hello.tar.gz");
        Files.write(archive, archive());
    }

    private static String manifest() {
        String entry = "{\"date\":\"2026-01-01T00:00:00Z\",\"breaking_changes\":false,\"critical\":false,"
                + "\"channels\":[\"stable\"],\"platforms\":{\"linux-x86_64\":{\"url\":\"v/a.tar.gz\",\"sha256\":\""
                + "0".repeat(64) + "\",\"size\":1}}}";
        String all = IntStream.range(0, VERSIONS)
                .mapToObj(i -> "\"1." + i + ".0\":" + entry)
                .collect(Collectors.joining(","));
        return "{\"schema\":1,\"app\":\"hello\",\"serial\":1,\"latest\":{\"stable\":\"1.999.0\"},\"versions\":{" + all
                + "}}";
    }

    /** Random files in a tar archive. */
    private byte[] archive() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            for (int i = 0; i < 16; i++) {
                gzip.write(header("hello/file" + i, MEGABYTE / 4));
                gzip.write(data, 0, MEGABYTE / 4);
            }
            gzip.write(new byte[1024]);
        }
        return bytes.toByteArray();
    }

    private static byte[] header(String name, int size) {
        byte[] block = new byte[UstarField.BLOCK];
        UstarField.NAME.put(block, name.getBytes(StandardCharsets.US_ASCII));
        UstarField.MODE.putOctal(block, 0644);
        UstarField.SIZE.putOctal(block, size);
        UstarField.TYPE.put(block, new byte[] {'0'});
        UstarField.MAGIC.put(block, UstarField.POSIX.getBytes(StandardCharsets.US_ASCII));
        UstarField.CHECKSUM.putOctal(block, UstarField.checksum(block));
        return block;
    }

    /** Deletes the files. */
    @TearDown(Level.Trial)
    public void deleteFiles() throws IOException {
        DurableFiles.deleteTree(folder);
    }

    @Benchmark
    public Sha256 sha256OfOneMegabyte() {
        return Sha256.of(data);
    }

    @Benchmark
    public Object jsonOfManifestWith1000Versions() throws JsonException {
        return Json.parse(manifest.bytes());
    }

    @Benchmark
    public Object manifestWith1000Versions() throws CcoException {
        return ManifestReader.read(manifest, HELLO);
    }

    @Benchmark
    public Object excerptOfManifestWith1000Versions() {
        return ManifestExcerpt.of("excerpt", manifest, Version.of("1.998.0"), Instant.MAX);
    }

    @Benchmark
    public Object rootWithOneSignature() throws CcoException {
        return RootChain.anchoredIn(root);
    }

    @Benchmark
    public Object tomlOf20Tables() throws TomlException {
        return TomlDocument.of(settings);
    }

    @Benchmark
    public Object orderOf1000Versions() {
        return versions.stream().sorted().toList();
    }

    /** Without the wait for the disk. */
    @Benchmark
    public Object unpack16FilesOf256Kilobytes() throws Exception {
        Path target = folder.resolve("target");
        Object files = new Unpacker(UnpackLimits.DEFAULT)
                .unpack(archive, "hello.tar.gz", target, ProgressListener.NONE);
        DurableFiles.deleteTree(target);
        return files;
    }
}
