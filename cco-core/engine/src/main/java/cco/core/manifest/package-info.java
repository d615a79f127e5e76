/** The format of the manifest and of file lists, and the readers that check them. Does no I/O. */
package cco.core.manifest;
