/**
 * Installs, updates, rolls back and removes apps. {@link cco.core.update.Updater} leads an app through lock, recovery,
 * manifest, plan, download, staging, smoke run, activation and retention, each in the package that owns the step.
 * Nothing that the user runs changes before the activation. This package opens no file and no socket itself, writes
 * nothing to a terminal and ends no process.
 */
package cco.core.update;
