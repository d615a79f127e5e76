/**
 * A release repository on loopback that breaks on request: {@link cco.tck.server.FaultyServer} serves a folder, a
 * {@link cco.tck.server.Fault} is a way to answer, {@link cco.tck.server.Faults} are the usual ones, and
 * {@link cco.tck.server.LoopbackTransport} is the host's way to the network as a source sees it.
 */
package cco.tck.server;
