/**
 * When to look for updates without being asked, and what to tell of it. A command reads one small file, {@code
 * schedule.toml}, when its own work is done ({@link cco.core.schedule.ScheduleFile}). Only if a closer look is due
 * does it go on: one process claims the check ({@link cco.core.schedule.Schedule} decides, the file's lock makes it
 * one), and {@link cco.core.background.DetachedProcess} starts the one that carries it out. That one records what came
 * of it, and a later command tells it, once.
 *
 * <p>Nothing here asks a source, changes an app, waits for a check, or writes to a terminal.
 */
package cco.core.background;
