/** Brings files from elsewhere, and says which of them are verified. */
package cco.core.fetch;
