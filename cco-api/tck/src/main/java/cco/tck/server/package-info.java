/**
 * A release repository on loopback that fails on request. {@link cco.tck.server.FaultyServer} serves a folder, a
 * {@link cco.tck.server.Fault} is a way to respond, {@link cco.tck.server.Faults} are the usual ones,
 * {@link cco.tck.server.UnreliableLink} breaks connections, and {@link cco.tck.server.LoopbackTransport} is the host's
 * HTTP client as a source sees it.
 */
package cco.tck.server;
