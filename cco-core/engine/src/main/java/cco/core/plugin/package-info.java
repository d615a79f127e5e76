/**
 * The providers of the three services, found by their ids. A provider is started when the first of its service is asked
 * for; one that cannot be started, or that claims another's id, is refused by name and leaves the others usable.
 */
package cco.core.plugin;
