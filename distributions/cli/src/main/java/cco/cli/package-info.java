/** The program's beginning and end. */
package cco.cli;
