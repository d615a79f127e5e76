/** A release repository in a directory. */
package cco.source.file;
