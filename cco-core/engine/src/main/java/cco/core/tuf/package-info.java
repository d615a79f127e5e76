/** The client workflow of The Update Framework as pure functions of bytes and a time. Does no I/O. */
package cco.core.tuf;
