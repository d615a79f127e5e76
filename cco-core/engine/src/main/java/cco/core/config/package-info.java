/**
 * The settings, and who may set them.
 *
 * <p>{@link cco.core.config.ConfigFile} reads and edits the user's {@code config.toml}. {@code Layers} combines it with
 * the administrator's file, environment variables and defaults. The checked, typed view of the result is what the rest
 * of the engine uses. {@code Schema} is the list of all settings.
 *
 * <p>An edit replaces only the bytes of one key ({@link cco.core.toml}), so comments and order stay.
 */
package cco.core.config;
