package cco.source.github;

import cco.api.Content;
import cco.api.HttpStatusException;
import cco.api.Resource;
import cco.api.Transport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A transport with prepared responses. Everything else is a 404, as with the host's transport. */
final class FakeGitHub implements Transport {

    /** A received request. */
    record Request(URI address, Resource resource, Map<String, String> headers) {}

    /** A prepared response, which opens its body for each request. */
    private interface Answer {
        InputStream open() throws IOException;
    }

    private final Map<URI, Answer> answers = new HashMap<>();
    private final List<Request> requests = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();

    /** Prepares a text. */
    FakeGitHub serve(String address, String body) {
        answers.put(URI.create(address), () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    /** Prepares a body that is made while it is read. */
    FakeGitHub stream(String address, InputStream body) {
        answers.put(URI.create(address), () -> body);
        return this;
    }

    /** Prepares an error. */
    FakeGitHub refuse(String address, int status, Map<String, String> headers) {
        answers.put(URI.create(address), () -> {
            throw refusal(URI.create(address), status, headers);
        });
        return this;
    }

    /** The host's exception for a status. */
    static IOException refusal(URI address, int status, Map<String, String> headers) {
        IOException cause = new HttpStatusException(status, address.getHost(), headers, "http status " + status);
        return switch (status) {
            case 404 -> (IOException) new NoSuchFileException(address.toString()).initCause(cause);
            case 403 -> (IOException) new AccessDeniedException(address.toString()).initCause(cause);
            default -> cause;
        };
    }

    /** The notices for the user. */
    List<String> notices() {
        return notices;
    }

    @Override
    public void notice(String message) {
        notices.add(message);
    }

    List<Request> requests() {
        return requests;
    }

    /** The requested addresses in order. */
    List<String> asked() {
        return requests.stream().map(request -> request.address().toString()).toList();
    }

    @Override
    public Content get(URI address, Resource resource, Map<String, String> headers) throws IOException {
        requests.add(new Request(address, resource, headers));
        Answer answer = answers.get(address);
        if (answer == null) {
            throw refusal(address, 404, Map.of());
        }
        return new Content(answer.open(), 0, OptionalLong.empty(), Optional.empty());
    }
}
