/** The installer for POSIX systems: one symbolic link says which version is current, another is the command. */
package cco.installer.posix;
