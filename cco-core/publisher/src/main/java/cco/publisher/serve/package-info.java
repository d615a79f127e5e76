/** Serves a release repository over HTTP on this machine, to try it out. */
package cco.publisher.serve;
