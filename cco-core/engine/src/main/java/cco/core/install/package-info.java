/**
 * From a proven version to the one that the user runs, and back. Everything here changes one app's home while its
 * {@link cco.core.install.AppLock} is held, and nothing here downloads.
 *
 * <p>The order of an update: {@link cco.core.install.AppLock}, {@link cco.core.install.Recovery}, {@link
 * cco.core.install.TrustMemory} for the trust mode, then {@link cco.core.install.Activation} around staging and
 * switching,
 * at last {@link cco.core.install.Retention}. A {@link cco.core.install.Rollback} needs the first two only, and so do
 * {@link cco.core.install.VersionRepair}, for what {@link cco.core.install.InstallInspector} and {@link
 * cco.core.install.FileCheck}
 * have found, and {@link cco.core.install.AppRemoval}.
 *
 * <p>Three rules make a crash harmless at any instruction:
 *
 * <ol>
 *   <li><b>Add, then flip.</b> A version gets its folder by a rename when it is complete, and loses it by one.
 *   <li><b>The pointer is the truth.</b> Receipt and journal follow it, unless it leads to no folder: then it is made
 *       to lead to the version that the receipt names. With a damaged journal, or none, the disk alone says what to do.
 *   <li><b>The journal carries the end.</b> It holds the receipt that a switch will end with, and the keys and the
 *       source of an installation, so that another process can write them. The source comes before the pointer and new
 *       commands come after the receipt: what the user can start, cco can update.
 * </ol>
 *
 * <p>What the next run finds after a crash, and what {@link cco.core.install.Recovery} makes of it. Every row ends with
 * the staging folder and the journal removed; a crash on the way leads to the same row again, or to a later one.
 *
 * <table>
 *   <caption>States after a crash</caption>
 *   <tr><th>journal</th><th>killed after</th><th>on disk</th><th>recovery</th></tr>
 *   <tr><td>none</td><td>lock taken</td><td>as before</td><td>nothing to do</td></tr>
 *   <tr><td>staging</td><td>journal written</td><td>as before</td><td>nothing more</td></tr>
 *   <tr><td>staging</td><td>folder made, some or all files unpacked, proven</td><td>a folder in .staging</td>
 *       <td>nothing more</td></tr>
 *   <tr><td>staging</td><td>an unlike copy of the version, not current, moved out</td><td>two folders in .staging</td>
 *       <td>the receipt drops the version, which was to be replaced</td></tr>
 *   <tr><td>staging</td><td>file list written</td><td>a list without a folder</td><td>the list is removed</td></tr>
 *   <tr><td>staging</td><td>renamed into versions</td><td>a version that no receipt names</td>
 *       <td>the version and its list are removed</td></tr>
 *   <tr><td>staging</td><td>some files of the current version mended</td><td>fewer damages than before</td>
 *       <td>nothing more</td></tr>
 *   <tr><td>activating</td><td>journal written, or keys, source or an existing command changed</td>
 *       <td>the old version is current</td><td>goes on: source, commands, pointer, receipt; if that fails, the old
 *       version stays, the new one is removed, and the source is as before</td></tr>
 *   <tr><td>activating</td><td>pointer moved</td><td>the new version is current, the receipt names the old one</td>
 *       <td>writes the receipt from the journal</td></tr>
 *   <tr><td>activated</td><td>journal written, receipt written, or some new commands made</td>
 *       <td>the same, or commands are missing, or complete</td><td>writes the receipt from the journal and makes
 *       missing commands, unless the pointer was moved back by hand; a version on probation is tested</td></tr>
 *   <tr><td>activated</td><td>a version on probation tested, quarantined</td><td>complete</td>
 *       <td>tests it again; if it fails, goes back to the version before</td></tr>
 *   <tr><td>activating, activated</td><td>going back to the version before has failed</td>
 *       <td>the version that failed is current</td><td>goes back, or tests it again</td></tr>
 *   <tr><td>none</td><td>retention: receipt written</td><td>a version that no receipt names</td>
 *       <td>the version and its list are removed</td></tr>
 *   <tr><td>none</td><td>retention: version moved out, or partly deleted</td><td>a folder in .staging, a list without
 *       a folder</td><td>the list is removed</td></tr>
 *   <tr><td>damaged</td><td>any of these</td><td>any of these</td><td>the receipt follows the pointer, versions that
 *       it does not name are removed</td></tr>
 * </table>
 *
 * <p>A crash inside {@link cco.core.disk.DurableFiles#write} leaves a temporary sibling besides, which is removed. An
 * app with a current version but no receipt is not cco's: only its staging folder is cleaned. A receipt that cannot be
 * read ends the recovery with an error, before anything is deleted.
 */
package cco.core.install;
