/** Turns outcomes into the lines and exit codes that the user sees. */
package cco.cli.report;
