package cco.publisher.keys;

import cco.core.error.UsageException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The location of a signing key, in the form {@code scheme:rest}. It is not secret. */
public sealed interface KeyUri {

    /** The forms of a URI, for messages. */
    String FORMS = "file:PATH, env:NAME, pkcs11:... or exec:COMMAND";

    /** {@code file:PATH}: a PKCS#8 key in PEM, plain or encrypted. */
    record InFile(Path path) implements KeyUri {
        @Override
        public String toString() {
            return "file:" + path;
        }
    }

    /** {@code env:NAME}: the same text, or its base64, in an environment variable. */
    record InVariable(String name) implements KeyUri {
        private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

        @Override
        public String toString() {
            return "env:" + name;
        }
    }

    /** {@code pkcs11:…}: a key that never leaves its token. */
    record OnToken(TokenUri uri) implements KeyUri {
        @Override
        public String toString() {
            return uri.text();
        }
    }

    /**
     * {@code exec:COMMAND}: a program that signs, such as a client of a cloud's key service. The command is split at
     * white space and run without a shell; see {@link CommandSigner}.
     */
    record ByCommand(List<String> command) implements KeyUri {
        @Override
        public String toString() {
            return "exec:" + String.join(" ", command);
        }
    }

    /**
     * Reads a URI.
     *
     * @param base the folder of relative paths
     * @throws UsageException if it has none of the four forms
     */
    static KeyUri parse(String text, Path base) throws UsageException {
        int colon = text.indexOf(':');
        String rest = text.substring(colon + 1);
        if (colon < 0 || rest.isBlank()) {
            throw refuse(text);
        }
        return switch (text.substring(0, colon)) {
            case "file" -> new InFile(path(base, rest));
            case "env" -> variable(text, rest);
            case "pkcs11" -> new OnToken(TokenUri.parse(text));
            case "exec" -> new ByCommand(List.of(rest.strip().split("\\s+")));
            default -> throw refuse(text);
        };
    }

    private static InVariable variable(String text, String name) throws UsageException {
        if (!InVariable.NAME.matcher(name).matches()) {
            throw refuse(text);
        }
        return new InVariable(name);
    }

    private static Path path(Path base, String rest) throws UsageException {
        try {
            return base.resolve(rest).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new UsageException("not a path: " + rest, "write a key as file:PATH", e);
        }
    }

    private static UsageException refuse(String text) {
        return new UsageException("not a key: " + text, "write one as " + FORMS);
    }
}
