package cco.core.jimage;

import java.util.Objects;

/**
 * A resource of a run-time image.
 *
 * @param module the module's name
 * @param parent the folder inside the module, without slashes at its ends; empty at the top
 * @param base the file's name without its extension
 * @param extension the part behind the last dot; empty if there is none
 * @param size in bytes
 */
public record ImageResource(String module, String parent, String base, String extension, long size) {

    public ImageResource {
        Objects.requireNonNull(module);
        Objects.requireNonNull(parent);
        Objects.requireNonNull(base);
        Objects.requireNonNull(extension);
    }

    /** Returns the file's name inside its folder. */
    String fileName() {
        return extension.isEmpty() ? base : base + '.' + extension;
    }
}
