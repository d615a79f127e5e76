/**
 * Switches versions on Windows: {@code current.txt} names the current version, and the command is a batch file that
 * reads it. One call of {@code MoveFileExW}, through the foreign function API, replaces either.
 */
module cco.installer.windows {
    requires cco.api; // PlatformInstaller, the service it provides

    provides cco.api.PlatformInstaller with
            cco.installer.windows.WindowsInstaller;
}
