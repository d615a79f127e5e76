/** The installer for POSIX systems: one symbolic link selects the current version, another is the command on PATH. */
package cco.installer.posix;
