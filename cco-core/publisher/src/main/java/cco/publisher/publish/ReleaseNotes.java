package cco.publisher.publish;

import cco.core.error.UsageException;
import cco.core.model.Version;
import cco.publisher.project.ReleaseProject;
import java.util.Optional;

/**
 * The release notes of a version.
 *
 * @param text the section of the changelog; empty without a changelog
 * @param address what the manifest links to; empty if there are no notes
 */
public record ReleaseNotes(Optional<String> text, Optional<String> address) {

    /** The name of the file in the folder of a version. */
    public static final String FILE_NAME = "notes.md";

    /**
     * Reads the notes of a version.
     *
     * @throws UsageException if the changelog has no section about it
     */
    static ReleaseNotes of(ReleaseProject project, Version version) throws UsageException {
        Optional<String> text = Optional.empty();
        if (project.changelog().isPresent()) {
            text = Optional.of(Changelog.read(project.changelog().get()).section(version));
        }
        Optional<String> address = project.notes().map(template -> template.of(version));
        if (address.isEmpty() && text.isPresent()) {
            address = ownAddress(project, "v" + version);
        }
        return new ReleaseNotes(text, address);
    }

    /** Beside the archives; on GitHub, the page of the release has the same text. */
    private static Optional<String> ownAddress(ReleaseProject project, String folder) {
        Optional<String> page =
                project.address().gitHub().map(name -> "https://github.com/" + name + "/releases/tag/" + folder);
        return page.or(() -> project.address().web().map(web -> web.resolve(folder + "/" + FILE_NAME)));
    }
}
