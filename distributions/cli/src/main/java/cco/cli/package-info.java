/** The entry point of the program. */
package cco.cli;
