/**
 * The one family of errors that the engine throws. Each says what happened, why (its cause) and what to do (its hint),
 * and each kind has one exit code. An unchecked exception that reaches the user is a bug.
 */
package cco.core.error;
