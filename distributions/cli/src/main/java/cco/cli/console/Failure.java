package cco.cli.console;

import cco.core.model.AppName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Why a command failed.
 *
 * @param code the exit code
 * @param message what failed, on which object, and why
 * @param hint what the user can do
 * @param causes the chain of causes, nearest first
 * @param app the app, if the command works on several
 */
public record Failure(int code, String message, String hint, List<String> causes, Optional<AppName> app) {

    /** Copies the list. */
    public Failure {
        causes = List.copyOf(causes);
    }

    /** A failure of the whole command. */
    public Failure(int code, String message, String hint, List<String> causes) {
        this(code, message, hint, causes, Optional.empty());
    }

    /** The same failure, for one of several apps. */
    public Failure of(AppName app) {
        return new Failure(code, message, hint, causes, Optional.of(app));
    }

    /** The line that is printed. */
    String line() {
        return app.map(name -> name + ": ").orElse("") + message;
    }

    /** A failure with the causes of an exception. */
    public static Failure of(int code, String message, String hint, Throwable exception) {
        List<String> causes = new ArrayList<>();
        for (Throwable cause = exception.getCause(); cause != null; cause = cause.getCause()) {
            // Some messages are only a file name: the type says what is wrong with it.
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
