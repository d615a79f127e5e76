package cco.core.fetch;

import cco.api.Content;
import cco.api.Origin;
import cco.api.Resource;
import cco.core.error.CcoException;
import cco.core.fetch.DocumentCache.Copy;
import cco.core.fetch.DocumentCache.Mark;
import java.io.IOException;
import java.util.Optional;

/**
 * A conditional request for a small file of which there is a copy. It asks the origin to resume at the copy's last
 * byte, as after an interrupted download: if the tag still matches, the origin sends that byte only, and otherwise the
 * whole file (RFC 9110 section 13.1.5). This works with every origin that can resume.
 */
record ConditionalFetch(OriginClient client, Origin origin, String path, int cap) {

    /** A response and its offset in the file. */
    private record Answer(long offset, Copy copy) {}

    Copy whole() throws IOException, CcoException {
        return ask(Resource.whole(path)).copy();
    }

    /** The file, or nothing if the origin says that the copy is current. */
    Optional<Copy> unlessSameAs(Mark copy) throws IOException, CcoException {
        long last = copy.length() - 1;
        Answer answer = ask(new Resource(path, last, Optional.of(copy.tag())));
        if (answer.offset() == 0) {
            return Optional.of(answer.copy());
        }
        byte[] rest = answer.copy().bytes();
        boolean isSame = answer.offset() == last && rest.length == 1 && rest[0] == copy.last();
        // Some servers ignore the tag and send the last byte of any file.
        return isSame && answer.copy().tag().equals(copy.tag()) ? Optional.empty() : Optional.of(whole());
    }

    private Answer ask(Resource resource) throws IOException, CcoException {
        return client.document(origin, resource, this::answer);
    }

    private Answer answer(Content content) throws IOException {
        byte[] bytes = OriginClient.bytes(content, cap);
        return new Answer(
                content.offset(), new Copy(origin.name(), content.validator().orElse(""), bytes));
    }
}
