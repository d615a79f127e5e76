/**
 * The engine of cco, which installs command-line programs and keeps them up to date. This is the story of one update,
 * in order; each step lives in a package of its own.
 *
 * <ol>
 *   <li>{@link cco.core.update.Updater} takes an {@link cco.core.update.UpdateRequest} and opens a session
 *       ({@code session}) for the app.
 *   <li>The session takes the app's lock and runs the recovery, which finishes or undoes what a crash left behind
 *       ({@code install}). If another process holds the lock, the update ends here.
 *   <li>The settings name the sources ({@link cco.core.config}); the plugins provide them ({@link cco.core.plugin}).
 *       The one HTTP stack ({@code http}) reads the manifest ({@code fetch}).
 *   <li>The trust mode verifies the manifest ({@link cco.core.trust}): with the TUF metadata ({@code tuf},
 *       {@code metadata}), an OpenPGP signature, or a digest. A {@link cco.core.trust.TrustedManifest} is fresh, and
 *       never older than the one before.
 *   <li>The planner ({@link cco.core.plan}) compares it with the installed version and the user's policy. A check ends
 *       here; nothing has changed.
 *   <li>The archive is downloaded, resumed where possible, and becomes a {@code VerifiedBlob} when its size, its digest
 *       and every required verifier agree ({@code fetch}).
 *   <li>It is unpacked strictly ({@code archive}) beside the installed versions and becomes a {@code StagedVersion};
 *       when the program starts and prints its version, it becomes a {@code ProvenVersion} ({@code stage}).
 *   <li>The journal is written, and one rename makes the version current ({@code install}). Until that rename, nothing
 *       that the user runs has changed; after it, the next run completes the rest.
 *   <li>The new version is on probation until its first good run; if that fails, the version before becomes current
 *       again, and the new one is quarantined.
 *   <li>Versions beyond the configured number are removed, and the schedule records the update ({@code schedule}). The
 *       result is an {@link cco.core.update.UpdateOutcome}.
 * </ol>
 *
 * <p>Unattended checks take the same way ({@link cco.core.background}). {@link cco.core.doctor.Doctor} examines and
 * repairs an installation, and {@link cco.core.update.Uninstaller} removes one. The packages {@code disk}, {@code
 * json}, {@code model} and {@code error} are shared by all others.
 *
 * <p>The engine writes nothing to a terminal, ends no process and reads no command line, so any Java program can embed
 * it.
 */
package cco.core;
