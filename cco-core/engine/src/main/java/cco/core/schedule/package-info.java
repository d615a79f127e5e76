/** An app's schedule: when the next check is due, and which notices are still to be shown. */
package cco.core.schedule;
