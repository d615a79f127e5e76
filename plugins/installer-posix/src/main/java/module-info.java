/**
 * Makes a version current on Linux, macOS and every other POSIX system: {@code current} is a symbolic link to
 * {@code versions/<version>}, and rename(2) replaces it in one step. It runs nothing and needs no native code.
 */
module cco.installer.posix {
    requires cco.api; // PlatformInstaller, the service that it provides

    provides cco.api.PlatformInstaller with
            cco.installer.posix.PosixInstaller;
}
