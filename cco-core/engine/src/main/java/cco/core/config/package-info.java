/**
 * What the user and the machine decide: the environment, the places on disk and {@code config.toml}.
 *
 * <p>{@link cco.core.env.Env} alone reads the environment; {@link cco.core.env.Dirs} turns it into folders.
 * {@link cco.core.config.ConfigFile} reads and edits the one file that belongs to the user, and {@link
 * cco.core.config.Settings} is its checked, typed view. {@link cco.core.config.Schema} is the one list of settings that
 * all of them go by. The text of the file is never laid out anew: the parser says what it means, {@link
 * cco.core.toml.TomlScanner} where it stands, and an edit replaces the bytes of one key.
 */
package cco.core.config;
