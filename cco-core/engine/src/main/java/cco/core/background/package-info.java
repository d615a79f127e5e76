/**
 * Unattended checks for updates. After its own work, a command reads the header of {@code schedule.toml} ({@link
 * cco.core.schedule.ScheduleFile}). Only after the next wake-up time does it read the configuration and claim the check
 * if one is due; {@link cco.core.background.DetachedProcess} then starts the process that runs it. That process records
 * its outcome, and a later command shows it once.
 *
 * <p>Commands never wait for a check, and nothing here writes to a terminal.
 */
package cco.core.background;
