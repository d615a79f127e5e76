package cco.cli.command;

import cco.cli.console.Event;
import cco.cli.parse.Arguments;
import cco.cli.report.ExitCode;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.publisher.serve.MirrorServer;
import com.beust.jcommander.Parameter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** {@code cco mirror serve}: serves a release repository until it is stopped. */
final class MirrorServeCommand implements Command {

    private static final int MAX_PORT = 65535;

    @Parameter(names = "--port")
    private Integer port = 0;

    private Path directory;

    @Override
    public void accept(Arguments arguments) throws UsageException {
        directory = arguments.required("DIR", Path.class);
        arguments.end();
        if (port < 0 || port > MAX_PORT) {
            throw arguments.refuse(Arguments.invalid("--port", port, "a number from 0 to " + MAX_PORT));
        }
    }

    @Override
    public ExitCode run(CommandContext context) throws CcoException {
        try (MirrorServer server = new MirrorServer(directory, port)) {
            String address = server.address() + "/";
            context.console()
                    .result(
                            Event.named("serving").with("directory", directory).with("address", address),
                            List.of("serving " + directory + " at " + address));
            if (context.console().writeFailure().isEmpty()) { // without its address the server is of no use
                new CountDownLatch(1).await();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.OK;
    }
}
