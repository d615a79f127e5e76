/** Reads command-line options and arguments. */
package cco.cli.parse;
