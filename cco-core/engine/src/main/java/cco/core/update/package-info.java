/**
 * The conductor: {@link cco.core.update.Updater} leads one app through lock, recovery, manifest, plan, download,
 * staging,
 * proof, activation and retention, in this order and each in the package that owns it. Until the activation nothing
 * that the user runs has changed. {@link cco.core.doctor.Doctor} looks at an installed app and repairs it, {@link
 * cco.core.update.Uninstaller} takes it off. It holds no file and no socket itself, writes nothing to a terminal and
 * ends no
 * process.
 */
package cco.core.update;
