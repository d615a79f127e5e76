package cco.publisher.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.error.CcoException;
import cco.core.manifest.ManifestReader;
import cco.core.model.AppName;
import cco.core.model.Sha256;
import cco.core.model.UntrustedBytes;
import cco.publisher.repository.AppDetails;
import cco.publisher.repository.InstallLine;
import cco.publisher.repository.WebAddress;
import cco.publisher.text.Markup;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadPageTest {

    private static final AppName HELLO = new AppName("hello");
    private static final RepositoryContents BARE = new RepositoryContents(false, false, Optional.empty());
    private static final RepositoryContents COMPLETE =
            new RepositoryContents(true, true, Optional.of(Sha256.of(new byte[1])));
    private static final String USUAL = """
            "latest": { "beta": "1.3.0-beta.1", "stable": "1.2.0" },
            "versions": {
              "1.2.0": { "date": "2026-03-15T10:00:00Z", "release_notes": "https://example.com/1.2.0",
                "platforms": { "linux-x86_64": %s, "windows-x86_64": %s } },
              "1.1.0": { "date": "2026-01-20T10:00:00Z", "withdrawn": "loses files",
                "platforms": { "linux-x86_64": %s } },
              "1.3.0-beta.1": { "date": "2026-04-01T10:00:00Z", "platforms": { "linux-x86_64": %s } }
            }""".formatted(
                    archive("1.2.0", "linux-x86_64.tar.gz"),
                    archive("1.2.0", "windows-x86_64.zip"),
                    archive("1.1.0", "linux-x86_64.tar.gz"),
                    archive("1.3.0-beta.1", "linux-x86_64.tar.gz"));

    private static String archive(String version, String end) {
        return "{ \"url\": \"v%s/hello-v%s-%s\", \"sha256\": \"%s\", \"size\": 2912345 }"
                .formatted(version, version, end, "ab".repeat(32));
    }

    /** An event handler, or an address that runs a script. */
    private static final Pattern RUNNING =
            Pattern.compile("<[^>\"]*(\"[^\"]*\"[^>\"]*)*\\s(on\\w+=|(href|src)=\"?(javascript|data):)");

    private static AppDetails details(String text) {
        return new AppDetails(
                HELLO,
                new WebAddress("https://releases.example.com/hello"),
                text,
                Optional.of(new WebAddress("https://example.com")),
                Optional.of(text),
                Optional.of(text));
    }

    private static String page(String members, String text, RepositoryContents contents) throws CcoException {
        byte[] manifest = ("{ \"schema\": 1, \"app\": \"hello\", " + members + " }").getBytes(StandardCharsets.UTF_8);
        return new DownloadPage(
                        details(text), ManifestReader.read(new UntrustedBytes("manifest", manifest), HELLO), contents)
                .html();
    }

    private static String usual() throws CcoException {
        return page(USUAL, "Says hello", COMPLETE);
    }

    private static String between(String page, String start, String end) {
        int from = page.indexOf(start) + start.length();
        return page.substring(from, page.indexOf(end, from));
    }

    @Test
    void page_showsTheLinesToCopy() throws CcoException {
        String page = usual();
        String line = Markup.escape(InstallLine.shell("https://releases.example.com/hello/install.sh"));
        assertTrue(page.contains("<code>" + line + "</code>"), page);
        assertTrue(page.contains("<code>irm https://releases.example.com/hello/install.ps1 | iex</code>"), page);
    }

    @Test
    void repositoryWithoutScripts_namesOnlyCco() throws CcoException {
        String page = page(USUAL, "", BARE);
        assertFalse(page.contains("install.sh") || page.contains("install.ps1"), page);
        assertTrue(page.contains("cco install hello --from https://releases.example.com/hello --trust sha256"), page);
    }

    @Test
    void page_hasSizeAndDigestOfTheNewestArchives() throws CcoException {
        String downloads = between(usual(), "<section id=\"downloads\"", "</section>");
        assertTrue(downloads.contains("Downloads of 1.2.0"), downloads);
        assertTrue(downloads.contains("<a href=\"v1.2.0/hello-v1.2.0-windows-x86_64.zip\" download>"), downloads);
        assertTrue(downloads.contains("2.9 MB") && downloads.contains("ab".repeat(32)), downloads);
    }

    @Test
    void withdrawnVersion_hasItsReasonAndNoLink() throws CcoException {
        String page = usual();
        assertTrue(page.contains("<strong>Withdrawn:</strong> loses files"), page);
        assertFalse(page.contains("hello-v1.1.0"), page);
    }

    @Test
    void withdrawnPointer_showsTheVersionBefore() throws CcoException {
        String page = page(USUAL.replace("\"stable\": \"1.2.0\"", "\"stable\": \"1.1.0\""), "", BARE);
        assertTrue(page.contains("Downloads of 1.3.0-beta.1"), page);
    }

    @Test
    void repositoryWithoutVersions_saysSo() throws CcoException {
        assertTrue(page("\"latest\": {}, \"versions\": {}", "", BARE).contains("No version can be installed"));
    }

    @Test
    void samePage_hasTheSameBytes() throws CcoException {
        assertEquals(usual(), usual());
    }

    @ParameterizedTest
    @ValueSource(strings = {"style", "script"})
    void policy_allowsExactlyTheInlineElement(String element) throws CcoException {
        String page = usual();
        byte[] content =
                between(page, "<" + element + ">", "</" + element + ">").getBytes(StandardCharsets.UTF_8);
        String digest = Base64.getEncoder()
                .encodeToString(HexFormat.of().parseHex(Sha256.of(content).hex()));
        assertTrue(page.contains(element + "-src 'sha256-" + digest + "'"), page);
        assertTrue(page.contains("content=\"default-src 'none'; "), page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\\\" onload=alert(1) x=\\\"",
                "javascript:alert(1)",
                "data:text/html,<script>alert(1)</script>",
                "https://example.com/\\\"><img src=x onerror=alert(1)>",
                "\\u202egpj.exe",
                "--></style></script><svg onload=alert(1)>"
            })
    void hostileText_staysText(String hostile) throws CcoException {
        String members = USUAL.replace("loses files", hostile)
                .replace("https://example.com/1.2.0", hostile)
                .replace("\"versions\"", "\"deprecation_notices\": { \"1.2.0\": \"" + hostile + "\" }, \"versions\"");
        String page = page(members, hostile.replace("\\u202e", "\u202e").replace("\\\"", "\""), COMPLETE);
        assertEquals(Map.of("script", 1L, "style", 1L), elements(page), page);
        assertFalse(page.contains("\u202e"), page);
        String elements = page.replaceAll("(?s)<(script|style)>.*?</\\1>", "");
        assertFalse(RUNNING.matcher(elements).find(), elements);
    }

    /** How often the page has an element that could run or load something. */
    private static Map<String, Long> elements(String page) {
        return Pattern.compile("<(script|style|img|svg|iframe|object|embed|form|base|link)\\b")
                .matcher(page)
                .results()
                .map((MatchResult element) -> element.group(1))
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
    }
}
