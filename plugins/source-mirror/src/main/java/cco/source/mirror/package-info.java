/** Release repositories on plain HTTPS servers. */
package cco.source.mirror;
