/**
 * Switches versions on Linux, macOS and other POSIX systems: {@code current} is a symbolic link to
 * {@code versions/<version>}, replaced atomically by rename(2). Starts no programs and needs no native code.
 */
module cco.installer.posix {
    requires cco.api; // PlatformInstaller, the service it provides

    provides cco.api.PlatformInstaller with
            cco.installer.posix.PosixInstaller;
}
