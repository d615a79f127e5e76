/** Reads and edits TOML without changing what the user wrote around the edited key. */
package cco.core.toml;
