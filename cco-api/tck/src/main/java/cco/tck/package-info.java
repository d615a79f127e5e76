/**
 * The contracts of the three services, each an abstract test class that a plugin's test extends, and what they are
 * tried with. A contract's tests are public: they run in the plugin's module, which has to open nothing to this one.
 */
package cco.tck;
