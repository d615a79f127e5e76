/** The environment of the process: variables, the folders that follow from them, and the terminal. */
package cco.core.env;
