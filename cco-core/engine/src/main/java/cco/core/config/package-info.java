/**
 * The configuration.
 *
 * <p>{@link cco.core.config.ConfigFile} reads and edits the user's {@code config.toml}. {@link
 * cco.core.config.Configuration} is its validated, typed view, combined with the administrator's file and the
 * environment. {@link cco.core.config.Schema} lists all settings. An edit replaces the bytes of one key and nothing
 * else.
 */
package cco.core.config;
