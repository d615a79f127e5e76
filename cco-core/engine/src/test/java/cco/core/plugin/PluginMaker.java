package cco.core.plugin;

import cco.api.Verifier;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes jars as the authors of plugins do: with the compiler, a manifest and a zip writer. */
public final class PluginMaker {

    static final String MANIFEST = "META-INF/MANIFEST.MF";

    private static final String VERIFIER = """
            package %s;
            import cco.api.*;
            public final class Check implements Verifier {
                %s
                public String id() { %s }
                public Verdict verify(Artifact artifact) { %s }
            }
            """;

    private final Map<String, String> manifest = new LinkedHashMap<>();
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, byte[]> more = new LinkedHashMap<>();
    private final List<Path> modulePath = new ArrayList<>();
    private String module = "";

    private PluginMaker(String id) {
        manifest.put("Plugin-Id", id);
        manifest.put("Plugin-Version", "1.0.0");
        manifest.put("Plugin-Requires", "^1.0.0");
    }

    /** A plugin with one verifier, named as the plugin is; module and package are named likewise. */
    public static PluginMaker verifier(String id) {
        return verifier(id, "", "return \"" + id + "\";");
    }

    /** The same with members of its own and another body of the method that names it. */
    public static PluginMaker verifier(String id, String members, String naming) {
        String name = "org." + id.replaceAll("[^a-z]", "");
        return new PluginMaker(id)
                .module("module " + name + " { requires cco.api; provides cco.api.Verifier with " + name + ".Check; }")
                .type(name + ".Check", VERIFIER.formatted(name, members, naming, accepting(id)));
    }

    private static String accepting(String id) {
        return "return new Verdict.Accepted(\"" + id + "\");";
    }

    /** Judges in another way than to accept everything. */
    public PluginMaker verifying(String body) {
        sources.replaceAll((name, source) -> source.replace(accepting(manifest.get("Plugin-Id")), body));
        return this;
    }

    /** A module that is not a plugin. */
    static PluginMaker library(String module) {
        return new PluginMaker("library").module("module " + module + " {}");
    }

    /** A plugin with one source. */
    static PluginMaker source(String id, String keys, String origins) {
        return new PluginMaker(id)
                .module("module org.place { requires cco.api; provides cco.api.ChannelSource with org.place.Place; }")
                .type("org.place.Place", """
                        package org.place;
                        import cco.api.*;
                        import java.util.*;
                        public final class Place implements ChannelSource {
                            public String id() { return "%s"; }
                            public Set<String> keys() { %s }
                            public List<Origin> origins(Settings settings) throws BadSettingException { %s }
                        }
                        """.formatted(id, keys, origins));
    }

    /** The text of the one class. */
    String source() {
        return sources.values().iterator().next();
    }

    PluginMaker module(String declaration) {
        module = declaration;
        return this;
    }

    PluginMaker type(String name, String source) {
        sources.put(name.replace('.', '/') + ".java", source);
        return this;
    }

    /** Sets an attribute, or takes it out if it is empty. */
    public PluginMaker manifest(String attribute, String value) {
        manifest.put(attribute, value);
        manifest.values().removeIf(String::isEmpty);
        return this;
    }

    PluginMaker with(String entry, byte[] content) {
        more.put(entry, content);
        return this;
    }

    PluginMaker compiledAgainst(Path jar) {
        modulePath.add(jar);
        return this;
    }

    /** Writes the jar. */
    public Path in(Path folder, String file) throws IOException {
        Path work = Files.createTempDirectory(folder.getParent(), "make");
        Map<String, byte[]> entries = new LinkedHashMap<>();
        StringBuilder attributes = new StringBuilder("Manifest-Version: 1.0\n");
        manifest.forEach((name, value) ->
                attributes.append(name).append(": ").append(value).append('\n'));
        entries.put(MANIFEST, attributes.toString().getBytes(StandardCharsets.UTF_8));
        compile(work, entries);
        entries.putAll(more);
        entries.values().removeIf(content -> content.length == 0);
        Files.createDirectories(folder);
        return zip(folder.resolve(file), entries);
    }

    private void compile(Path work, Map<String, byte[]> entries) throws IOException {
        Map<String, String> files = new LinkedHashMap<>(sources);
        files.put("module-info.java", module);
        List<String> arguments =
                new ArrayList<>(List.of("-d", work.resolve("out").toString(), "-p", modulePath()));
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path source = work.resolve("src").resolve(file.getKey());
            Files.createDirectories(source.getParent());
            arguments.add(Files.writeString(source, file.getValue()).toString());
        }
        StringWriter messages = new StringWriter();
        ToolProvider javac = ToolProvider.findFirst("javac").orElseThrow();
        if (javac.run(new PrintWriter(messages), new PrintWriter(messages), arguments.toArray(String[]::new)) != 0) {
            throw new IllegalArgumentException(messages.toString());
        }
        try (var classes = Files.walk(work.resolve("out"))) {
            for (Path file : classes.filter(Files::isRegularFile).toList()) {
                String name = work.resolve("out").relativize(file).toString();
                entries.put(name, Files.readAllBytes(file));
            }
        }
    }

    private String modulePath() {
        List<String> path = new ArrayList<>();
        path.add(Path.of(URI.create(Verifier.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toString()))
                .toString());
        modulePath.forEach(jar -> path.add(jar.toString()));
        return String.join(File.pathSeparator, path);
    }

    private static Path zip(Path file, Map<String, byte[]> entries) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }
}
