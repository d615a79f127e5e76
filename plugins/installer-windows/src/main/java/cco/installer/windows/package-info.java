/** The installer for Windows: a text file selects the current version, and a batch file on PATH reads it. */
package cco.installer.windows;
