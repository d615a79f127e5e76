/**
 * Writes that survive a power cut, and deletions that follow no link. All other packages write files through this one.
 */
package cco.core.disk;
