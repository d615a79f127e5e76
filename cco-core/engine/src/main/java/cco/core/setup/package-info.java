/**
 * What an install script asks cco to change outside its own folders, and how an uninstallation undoes it. {@link
 * cco.core.setup.MachineSetup} adds the folder of commands to PATH in the startup files of shells ({@link
 * cco.core.setup.ShellStartup}), writes completions, and keeps a {@link cco.core.setup.SetupRecord} of all of it.
 */
package cco.core.setup;
