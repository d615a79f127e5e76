/**
 * Turns a verified archive into a version that is known to start: {@link cco.core.stage.Stager} unpacks it into a new
 * folder, and {@link cco.core.stage.SmokeRun} creates its startup archive and runs it once.
 *
 * <p>The package never touches a version in use, and never chooses a path: its caller says what to unpack and where.
 */
package cco.core.stage;
