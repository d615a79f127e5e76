/** The words of the field as small immutable types: app, version, channel, platform, digest. They do no I/O. */
package cco.core.model;
