package cco.cli.console;

import cco.core.model.AppName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Why a command did not do what was asked.
 *
 * @param code the exit code
 * @param message what happened
 * @param hint what the user can do
 * @param causes what led to it, nearest first
 * @param app the one that it is about, where the command is about several
 */
public record Failure(int code, String message, String hint, List<String> causes, Optional<AppName> app) {

    public Failure {
        causes = List.copyOf(causes);
    }

    /** A failure of the whole command. */
    public Failure(int code, String message, String hint, List<String> causes) {
        this(code, message, hint, causes, Optional.empty());
    }

    /** The same failure, of one app. */
    public Failure about(AppName app) {
        return new Failure(code, message, hint, causes, Optional.of(app));
    }

    /** What people are told. */
    String line() {
        return app.map(name -> name + ": ").orElse("") + message;
    }

    /** A failure with the chain of causes that an exception has. */
    public static Failure of(int code, String message, String hint, Throwable exception) {
        List<String> causes = new ArrayList<>();
        for (Throwable cause = exception.getCause(); cause != null; cause = cause.getCause()) {
            // Some messages are only a file's name: the kind of exception says what is the matter with it.
            causes.add(cause.getClass().getSimpleName() + ": " + cause.getMessage());
        }
        return new Failure(code, message, hint, causes);
    }

    Event event() {
        return Event.named("error")
                .with("app", app)
                .with("code", code)
                .with("message", message)
                .with("hint", hint)
                .with("causes", causes);
    }
}
