package cco.core.install;

import cco.api.PlatformInstaller;
import cco.core.disk.DurableFiles;
import cco.core.disk.IoReason;
import cco.core.error.InstallException;
import cco.core.model.ProgressListener;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Creates and removes the commands of an app. It deletes no file of another origin.
 *
 * <p>The receipt names a command's file until the file is gone, so that a crash leaves none behind.
 */
final class CommandLinks {

    private final AppHome home;
    private final PlatformInstaller installer;
    private final ProgressListener listener;

    CommandLinks(AppHome home, PlatformInstaller installer, ProgressListener listener) {
        this.home = home;
        this.installer = installer;
        this.listener = listener;
    }

    /**
     * Refuses places in which commands cannot be created.
     *
     * @throws InstallException if there is one
     */
    void requirePlaces(List<ProgramLink> links) throws InstallException {
        for (ProgramLink link : links) {
            CommandCheck.requirePlace(home, installer, link.command());
        }
    }

    /** Whether the file of a command exists, whatever it is. */
    boolean exists(ProgramLink link) {
        return Files.exists(link.file(installer), LinkOption.NOFOLLOW_LINKS);
    }

    /** Returns the receipt with the files of commands that are about to be created. */
    Receipt announce(Receipt receipt, List<ProgramLink> links) {
        Receipt next = receipt;
        for (ProgramLink link : links) {
            next = next.withOutside(link.file(installer));
        }
        return next;
    }

    /** Creates or replaces commands, and returns the receipt with their files, not yet written. */
    Receipt expose(Receipt receipt, List<ProgramLink> links) throws InstallException {
        return expose(receipt, links, this::followPointer);
    }

    /** Makes commands start a version that is not current yet and has their programs in other places. */
    Receipt bridge(Receipt next, List<ProgramLink> links) throws InstallException {
        String version = next.current().toString();
        return expose(
                next,
                links,
                (program, command) ->
                        installer.exposeVersion(home.data(), version, program, command.bin(), command.name()));
    }

    private Receipt expose(Receipt receipt, List<ProgramLink> links, Exposure exposure) throws InstallException {
        Receipt next = receipt;
        for (ProgramLink link : links) {
            next = next.withOutside(create(link, exposure));
        }
        return next;
    }

    /** Makes commands follow the pointer again, if a switch has ended before. A failure is a notice. */
    void renew(Receipt receipt) {
        for (ProgramLink link : receipt.links()) {
            try {
                if (isOwn(link.file(installer))) {
                    create(link, this::followPointer);
                }
            } catch (IOException | InstallException | RuntimeException e) {
                listener.notice(IoReason.of(e));
            }
        }
    }

    /** Creates the announced commands of a version that is current already. A failure is a notice. */
    void complete(Receipt receipt, List<ProgramLink> links) {
        try {
            expose(receipt, links);
        } catch (InstallException e) {
            listener.notice(new AfterSwitch(home.app(), receipt.current()).but(e.getMessage()) + "; run `cco doctor "
                    + home.app() + " --repair`");
        }
    }

    /**
     * Removes the commands that the current version does not have, from the folder of the app's own command.
     *
     * @return the receipt without them, not yet written
     */
    Receipt prune(Receipt receipt) {
        if (receipt.command().isEmpty()) {
            return receipt;
        }
        Path bin = receipt.command().get().bin();
        List<Path> wanted =
                receipt.links().stream().map(link -> link.file(installer)).toList();
        Receipt next = receipt;
        for (Path file : receipt.outside()) {
            if (bin.equals(file.getParent()) && !wanted.contains(file)) {
                try {
                    remove(file);
                    next = next.withoutOutside(file);
                } catch (InstallException e) {
                    listener.notice(new AfterSwitch(home.app(), receipt.current()).but(e));
                }
            }
        }
        return next;
    }

    /** Takes back the commands of a switch that did not happen. A failure is a notice. */
    void undo(Receipt planned, Optional<Receipt> before) {
        List<ProgramLink> wanted = before.map(Receipt::links).orElse(List.of());
        List<ProgramLink> made = new ArrayList<>(planned.links());
        made.removeAll(wanted);
        for (ProgramLink link : made) {
            Optional<ProgramLink> old = wanted.stream()
                    .filter(known -> known.file(installer).equals(link.file(installer)))
                    .findFirst();
            try {
                if (old.isPresent()) {
                    create(old.get(), this::followPointer);
                } else if (before.filter(receipt -> receipt.outside().contains(link.file(installer)))
                        .isEmpty()) {
                    remove(link.file(installer));
                }
            } catch (InstallException e) {
                listener.notice(e.getMessage());
            }
        }
    }

    @FunctionalInterface
    private interface Exposure {
        Path of(String program, AppCommand command) throws IOException;
    }

    private Path followPointer(String program, AppCommand command) throws IOException {
        return installer.expose(home.data(), program, command.bin(), command.name());
    }

    private Path create(ProgramLink link, Exposure exposure) throws InstallException {
        AppCommand command = link.command();
        try {
            if (CommandCheck.isStale(home, command.file(installer))) {
                Files.delete(command.file(installer));
            }
            return exposure.of(link.program(), command);
        } catch (FileAlreadyExistsException e) {
            throw CommandCheck.foreign(home, command.file(installer), e);
        } catch (IOException | RuntimeException e) {
            throw InstallErrors.of(
                    "cannot create the command " + command.name(), e, "check the permissions of " + command.bin());
        }
    }

    private boolean isOwn(Path file) throws IOException {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS) && installer.exposes(home.data(), file);
    }

    /** Deletes the file if it is a command of the app. */
    private void remove(Path file) throws InstallException {
        try {
            if (isOwn(file)) {
                Files.delete(file);
                DurableFiles.syncDirectory(file.getParent());
            }
        } catch (IOException | RuntimeException e) {
            throw InstallErrors.of("cannot remove the command " + file, e, "check the permissions of its folder");
        }
    }
}
