/**
 * The one family of errors that the engine throws. Each has a message, a hint and, if another error led to it, a cause;
 * each kind has one exit code. An unchecked exception that reaches the user is a bug.
 */
package cco.core.error;
