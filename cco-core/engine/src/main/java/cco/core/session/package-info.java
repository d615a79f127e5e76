/**
 * One app while cco works on it. {@link cco.core.session.AppSession} locks and recovers it; {@link
 * cco.core.session.ManifestLoader} loads what the publisher offers, {@link cco.core.session.AppPlanner} decides what
 * that means here, and {@link cco.core.session.VersionInstaller} carries it out. Each knows the session; the session
 * knows none of them.
 */
package cco.core.session;
