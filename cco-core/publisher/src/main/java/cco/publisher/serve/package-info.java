/** Serves a release repository over HTTP on this machine, for testing. */
package cco.publisher.serve;
