/** One locked app and its parts: its sources, its accepted manifest, and the installation of a version. */
package cco.core.session;
