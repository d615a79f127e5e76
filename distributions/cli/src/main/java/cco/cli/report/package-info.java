/** Turns outcomes into lines, events and exit codes. */
package cco.cli.report;
