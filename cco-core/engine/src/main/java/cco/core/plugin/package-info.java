/**
 * The plugin host: built-in and drop-in providers of the three services, found by their ids.
 *
 * <p>Two parties share the work. pf4j interprets a plugin's descriptor: its id, version, API range and dependencies
 * ({@link cco.core.plugin.Descriptor}, {@link cco.core.plugin.VersionRanges}, {@link cco.core.plugin.Dependencies}).
 * The Java module system loads it: each jar becomes a module layer of its own ({@link cco.core.plugin.LoadedPlugin}).
 * pf4j's plugin manager, class loaders and extension points are not used, and without a drop-in plugin pf4j is never
 * loaded.
 *
 * <p>Providers start on first use. A provider that cannot start, or that claims the id of another one, is refused and
 * does not affect the others.
 */
package cco.core.plugin;
