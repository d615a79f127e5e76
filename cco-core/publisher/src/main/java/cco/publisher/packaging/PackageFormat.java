package cco.publisher.packaging;

import java.util.Locale;

/** A kind of package that {@link Packages} makes. */
public enum PackageFormat {
    /** A formula for a Homebrew tap. */
    HOMEBREW,
    /** A manifest for a Scoop bucket. */
    SCOOP,
    /** Manifests for WinGet. */
    WINGET,
    /** The source of a Chocolatey package. */
    CHOCOLATEY,
    /** Packages for Debian and its relatives. */
    DEB,
    /** Folders from which AppImages are made. */
    APPDIR,
    /** Packages for Fedora, openSUSE and their relatives; last, because they need a tool that may be missing. */
    RPM;

    /** The name of the format on the command line and of its folder. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
