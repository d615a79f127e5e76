package cco.e2e;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * A GitHub Enterprise server with the repository {@code octo/hello}, and the object store to which it redirects
 * downloads. The folders {@code v*} of a release repository become releases; all else is on the branch
 * {@code releases}.
 */
final class GitHubServer implements AutoCloseable {

    /** A request to the site, its API or the store, with the token that it carried. */
    record Request(String server, String path, String token) {}

    /** Enough assets to move those of a release to the second page. */
    private static final int FILLERS = 100;

    private final Path repository;
    private final Optional<String> token;
    private final HttpServer site;
    private final HttpServer store;
    private final List<Path> released = new ArrayList<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile Map<String, String> limit = Map.of();

    /** Starts a server; with a token the repository is private. */
    GitHubServer(Path repository, Optional<String> token) throws IOException {
        this.repository = repository;
        this.token = token;
        InetSocketAddress loopback = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
        site = HttpServer.create(loopback, 0);
        store = HttpServer.create(loopback, 0);
        site.createContext("/octo/hello/", exchange -> answer("site", exchange, this::page));
        site.createContext("/api/v3/repos/octo/hello/", exchange -> answer("api", exchange, this::api));
        store.createContext("/", exchange -> answer("store", exchange, this::stored));
        site.start();
        store.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + site.getAddress().getPort());
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    /** Makes the API refuse all requests with these headers. */
    void exhaust(Map<String, String> headers) {
        limit = headers;
    }

    @Override
    public void close() {
        site.stop(0);
        store.stop(0);
    }

    /** Answers a request for a path relative to the handler's. */
    private interface Handler {
        void answer(HttpExchange exchange, String path) throws IOException;
    }

    private void answer(String server, HttpExchange exchange, Handler handler) throws IOException {
        String given = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .orElse("");
        requests.add(new Request(server, exchange.getRequestURI().toString(), given));
        String path = exchange.getRequestURI()
                .getPath()
                .substring(exchange.getHttpContext().getPath().length());
        try (exchange) {
            handler.answer(exchange, path);
        }
    }

    private void page(HttpExchange exchange, String path) throws IOException {
        if (token.isPresent()) {
            send(exchange, 404, "Not Found");
        } else if (path.startsWith("raw/releases/")) {
            send(exchange, repository.resolve(path.substring("raw/releases/".length())));
        } else if (path.startsWith("releases/download/")) {
            toStore(exchange, path.substring("releases/download/".length()));
        } else {
            send(exchange, 404, "Not Found");
        }
    }

    private void stored(HttpExchange exchange, String path) throws IOException {
        boolean signed = "signature=s1gned".equals(exchange.getRequestURI().getQuery());
        if (signed) {
            send(exchange, repository.resolve(path));
        } else {
            send(exchange, 403, "no signature");
        }
    }

    private void api(HttpExchange exchange, String path) throws IOException {
        String given = exchange.getRequestHeaders().getFirst("Authorization");
        String accept = exchange.getRequestHeaders().getFirst("Accept");
        if (!limit.isEmpty()) {
            limit.forEach(exchange.getResponseHeaders()::set);
            send(exchange, 403, "{\"message\": \"API rate limit exceeded\"}");
        } else if (given == null || !given.equals("Bearer " + token.orElse(""))) {
            send(exchange, given == null ? 404 : 401, "{\"message\": \"Bad credentials\"}");
        } else if (path.startsWith("contents/") && accept.equals("application/vnd.github.raw+json")) {
            send(exchange, repository.resolve(path.substring("contents/".length())));
        } else if (path.matches("releases/assets/\\d+") && accept.equals("application/octet-stream")) {
            Path file = released.get(Integer.parseInt(path.substring("releases/assets/".length())));
            toStore(exchange, repository.relativize(file).toString());
        } else {
            releases(exchange, path);
        }
    }

    /** A release's id consists of the digits of its version. */
    private void releases(HttpExchange exchange, String path) throws IOException {
        String tag = path.startsWith("releases/tags/")
                ? path.substring("releases/tags/".length())
                : path.replaceFirst("releases/(\\d)(\\d)(\\d)/assets", "v$1.$2.$3");
        if (!Files.isDirectory(repository.resolve(tag))) {
            send(exchange, 404, "{\"message\": \"Not Found\"}");
            return;
        }
        JsonArray assets = assets(repository.resolve(tag));
        String query = exchange.getRequestURI().getQuery();
        if (query == null) {
            JsonObject release = new JsonObject();
            release.addProperty("id", Long.valueOf(tag.replaceAll("\\D", "")));
            release.add("assets", part(assets, 0, 30));
            send(exchange, 200, release.toString());
        } else {
            int page = Integer.parseInt(query.replaceFirst("per_page=100&page=", ""));
            send(exchange, 200, part(assets, 100 * (page - 1), 100 * page).toString());
        }
    }

    private JsonArray assets(Path folder) throws IOException {
        JsonArray assets = new JsonArray();
        for (int i = 0; i < FILLERS; i++) {
            assets.add(asset("filler-" + i, -1));
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                released.add(file);
                assets.add(asset(file.getFileName().toString(), released.size() - 1));
            }
        }
        return assets;
    }

    private static JsonObject asset(String name, int id) {
        JsonObject asset = new JsonObject();
        asset.addProperty("id", id);
        asset.addProperty("name", name);
        return asset;
    }

    private static JsonArray part(JsonArray all, int from, int to) {
        JsonArray part = new JsonArray();
        for (int i = from; i < Math.min(to, all.size()); i++) {
            part.add(all.get(i));
        }
        return part;
    }

    private void toStore(HttpExchange exchange, String file) throws IOException {
        String address = "http://127.0.0.1:" + store.getAddress().getPort() + "/" + file + "?signature=s1gned";
        exchange.getResponseHeaders().set("Location", address);
        exchange.sendResponseHeaders(302, -1);
    }

    private static void send(HttpExchange exchange, Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            send(exchange, 404, "Not Found");
            return;
        }
        exchange.sendResponseHeaders(200, Files.size(file));
        try (OutputStream body = exchange.getResponseBody()) {
            Files.copy(file, body);
        }
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
