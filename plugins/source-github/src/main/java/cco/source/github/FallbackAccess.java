package cco.source.github;

import cco.api.Content;
import cco.api.HttpStatusException;
import cco.api.Resource;
import cco.api.Transport;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The API with a token, or the static addresses if GitHub does not accept the token: environments often have one that
 * is expired or made for other repositories, and public repositories need none.
 */
record FallbackAccess(TokenAccess withToken, PublicAccess withoutToken, AtomicBoolean refused, AtomicBoolean accepted)
        implements Access {

    /** GitHub answers 404 for private repositories that a token may not read. */
    private static final Set<Integer> REFUSALS = Set.of(401, 403, 404);

    FallbackAccess(Project project, Token token) {
        this(new TokenAccess(project, token), new PublicAccess(project), new AtomicBoolean(), new AtomicBoolean());
    }

    /** Opens the same file in one of the two ways. */
    @FunctionalInterface
    private interface Opener {
        Content open(Access access) throws IOException;
    }

    @Override
    public Content open(ReleaseFile file, Resource resource, Transport transport) throws IOException {
        return open(access -> access.open(file, resource, transport), transport);
    }

    @Override
    public Content open(BranchFile file, Resource resource, Transport transport) throws IOException {
        return open(access -> access.open(file, resource, transport), transport);
    }

    @Override
    public Content open(URI address, Resource resource, Transport transport) throws IOException {
        return withToken.open(address, resource, transport);
    }

    private Content open(Opener opener, Transport transport) throws IOException {
        if (refused.get()) {
            return opener.open(withoutToken);
        }
        try {
            Content content = opener.open(withToken);
            accepted.set(true);
            return content;
        } catch (IOException failure) {
            // Once GitHub has accepted the token, a 404 is a missing file.
            if (!isRefusal(failure) || accepted.get()) {
                throw failure;
            }
            return openPublic(opener, transport, failure);
        }
    }

    private Content openPublic(Opener opener, Transport transport, IOException failure) throws IOException {
        Content content;
        try {
            content = opener.open(withoutToken);
        } catch (IOException alsoRefused) {
            // The first failure names the token, which a private repository needs.
            throw failure;
        }
        if (!refused.getAndSet(true)) {
            transport.notice(
                    "continuing without " + withToken.token() + ", which GitHub refuses for " + withToken.project());
        }
        return content;
    }

    private static boolean isRefusal(IOException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpStatusException answer) {
                return REFUSALS.contains(answer.status());
            }
        }
        return false;
    }
}
