package cco.publisher.upload;

import cco.core.error.CcoException;
import java.util.List;
import java.util.Map;

/** A destination, as the tool that serves it sees it. */
interface UploadPlace {

    /** Reads some files at once; those that are not there are missing in the result. */
    Map<String, byte[]> read(List<String> paths) throws CcoException;

    /** The sizes of all files, by path. */
    Map<String, Long> list() throws CcoException;

    /**
     * Uploads files step by step, then deletes obsolete ones. A file with the same content stays.
     *
     * @return the number of files that were sent
     */
    int upload(UploadFiles files, List<String> obsolete) throws CcoException;
}
