/** Decides what a manifest means on this machine, without any I/O. */
package cco.core.plan;
