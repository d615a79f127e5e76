/**
 * Usage figures, for users who agree to them. A {@link cco.core.telemetry.TelemetryEvent} has five members; it waits in
 * the {@link cco.core.telemetry.EventQueue} until {@link cco.core.telemetry.Telemetry} sends it or the user deletes it.
 */
package cco.core.telemetry;
