/**
 * Usage figures, for users who have agreed to them: what is told is a {@link cco.core.telemetry.TelemetryEvent} of
 * five words,
 * and it waits in a {@link cco.core.telemetry.EventQueue} until it is sent or purged. Nothing here asks whether the
 * user has
 * agreed, and nothing here sends: that is the conductor's.
 */
package cco.core.telemetry;
