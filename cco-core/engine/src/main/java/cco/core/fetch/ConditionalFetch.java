package cco.core.fetch;

import cco.api.Content;
import cco.api.Origin;
import cco.api.Resource;
import cco.core.error.CcoException;
import cco.core.fetch.DocumentCache.Copy;
import java.io.IOException;
import java.util.Optional;

/**
 * Reads a small file that may have been read before. The origin is asked to go on at the copy's last byte, as after an
 * interrupted download: if the file is still the one of the copy's tag it sends that byte alone, and otherwise all of
 * it (RFC 9110 section 13.1.5). So every origin that can resume is spared, and none needs to know of copies.
 */
record ConditionalFetch(OriginClient reader, Origin origin, String path, int cap) {

    /** An answer, and where it begins in the file. */
    private record Answer(long offset, Copy copy) {}

    Copy whole() throws IOException, CcoException {
        return ask(Resource.whole(path)).copy();
    }

    /** Nothing if the origin says that the copy is what it has. */
    Optional<Copy> unlessSameAs(Copy copy) throws IOException, CcoException {
        int last = copy.bytes().length - 1;
        Answer answer = ask(new Resource(path, last, Optional.of(copy.tag())));
        if (answer.offset() == 0) {
            return Optional.of(answer.copy());
        }
        byte[] rest = answer.copy().bytes();
        boolean goesOn = answer.offset() == last && rest.length == 1 && rest[0] == copy.bytes()[last];
        // There are servers that send any file's last byte, whatever the tag that they were asked for.
        return goesOn && answer.copy().tag().equals(copy.tag()) ? Optional.empty() : Optional.of(whole());
    }

    private Answer ask(Resource resource) throws IOException, CcoException {
        return reader.read(origin, resource, reader.limits().document(), content -> answer(content));
    }

    private Answer answer(Content content) throws IOException {
        byte[] bytes = OriginClient.bytes(content, cap);
        return new Answer(
                content.offset(), new Copy(origin.name(), content.validator().orElse(""), bytes));
    }
}
