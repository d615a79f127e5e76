/** What is remembered about checks for updates: when the next one is due, and what is still to be shown. */
package cco.core.schedule;
