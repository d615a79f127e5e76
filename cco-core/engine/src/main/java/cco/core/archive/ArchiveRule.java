package cco.core.archive;

/** The reasons to refuse an archive. A problem of one system is refused on all. */
enum ArchiveRule {
    NAME_NOT_UTF8("its name is not valid UTF-8"),
    EMPTY_SEGMENT("a part of its name is empty"),
    DOT_SEGMENT("a part of its name is '.'"),
    PARENT_SEGMENT("a part of its name is '..'"),
    ABSOLUTE("its name is absolute"),
    BACKSLASH("its name has a backslash"),
    HIDDEN_CHARACTER("its name has a control or invisible character"),
    RESERVED_CHARACTER("its name has one of < > : \" | ? *, which name drives, streams and patterns on Windows"),
    TRAILING_DOT("a part of its name ends in a dot or blank, which Windows drops"),
    RESERVED_NAME("a part of its name is a device on Windows"),
    LONG_NAME("its name is too long"),

    EMPTY_ARCHIVE("it contains no files"),
    OUTSIDE_TOP("it has no single top-level folder"),
    DUPLICATE("there are two entries of that name"),
    COLLISION("another entry's name differs from it only in case or Unicode form"),
    FILE_AS_FOLDER("the name is used for a file and for a folder"),
    BEHIND_LINK("the name is used for a symbolic link and for a folder"),

    HARD_LINK("it is a hard link"),
    SPECIAL_FILE("it is a device or a pipe"),
    SPARSE("it is a sparse file"),
    UNKNOWN_TYPE("it is of a type that is not supported"),
    SPECIAL_MODE("it has the setuid, setgid or sticky bit"),
    CONTENT_WITHOUT_FILE("it has content but is not a file"),

    LINK_IN_ZIP("it is a symbolic link in a zip file"),
    LINK_TARGET("its link target is not a plain relative path"),
    LINK_ABSOLUTE("its link target is absolute"),
    LINK_ESCAPES("its link target is outside the archive"),
    LINK_DANGLING("its link target is not in the archive"),
    LINK_LOOP("its link target leads back to the link"),

    TOO_MANY_ENTRIES("it contains too many entries"),
    TOO_LARGE("it unpacks to more bytes than allowed"),
    COMPRESSION_BOMB("it unpacks to far more bytes than it has"),

    UNKNOWN_FORMAT("it is not a .tar.gz, .tar.xz or .zip file"),
    DAMAGED("its compressed data is damaged"),
    TRUNCATED("it ends too early"),
    TRAILING_DATA("there is data after its end"),
    TAR_FORMAT("a header is not in the ustar, pax or GNU format"),
    TAR_CHECKSUM("a header's checksum is wrong"),
    TAR_NUMBER("a number in its header is not plain octal"),
    EXTENSION_FORMAT("an extended header is malformed"),
    EXTENSION_TOO_LARGE("an extended header is too large"),
    EXTENSION_CONFLICT("its headers contradict each other"),

    ZIP_DIRECTORY("its central directory is not where a plain zip file has it"),
    ZIP64("it uses zip64, which no archive within the limits needs"),
    ZIP_ENCRYPTED("it is encrypted"),
    ZIP_METHOD("its compression method is not supported"),
    ZIP_LAYOUT("the entries overlap or leave gaps"),
    ZIP_LOCAL_HEADER("its local header contradicts the central directory"),
    ZIP_DESCRIPTOR("its data descriptor contradicts the central directory"),
    ZIP_CONTENT("its content does not have the declared size and CRC"),

    CHECKSUMS_FORMAT("a line is not of the form that sha256sum writes"),
    CHECKSUM_WRONG("its digest is not the one in checksums.sha256"),
    CHECKSUM_UNLISTED("it is not listed in checksums.sha256"),
    CHECKSUM_WITHOUT_FILE("it is listed in checksums.sha256 but not in the archive");

    private final String text;

    ArchiveRule(String text) {
        this.text = text;
    }

    /** The reason in words: a clause whose subject is the entry or the archive. */
    String text() {
        return text;
    }
}
