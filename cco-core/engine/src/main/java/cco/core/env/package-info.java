/** What the process was started with: the environment, the folders that follow from it, and the terminal. */
package cco.core.env;
