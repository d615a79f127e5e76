/**
 * The contracts of the three services. Each is an abstract test class that a plugin's test extends. Its tests are
 * public, so the plugin's module need not open its packages.
 */
package cco.tck;
