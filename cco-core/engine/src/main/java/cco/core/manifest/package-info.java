/** The formats of the manifest and of file lists, and their strict readers. It does no I/O. */
package cco.core.manifest;
