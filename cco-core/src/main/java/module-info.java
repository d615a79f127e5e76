/**
 * The engine of cco: it finds, fetches, verifies, stages, proves and activates releases, and it can go back. It writes
 * nothing to the terminal, ends no process and reads no command line, so that any Java program can embed it.
 *
 * <p>A program that embeds it makes a {@link cco.core.Updater} and asks it; a publisher's tool makes a {@link
 * cco.core.Publisher}. The other exported packages hold what these two take and give.
 */
@SuppressWarnings("module") // cco.cli, which is named below, is built after its engine
module cco.core {
