package cco.cli.command;

import cco.cli.console.Console;
import cco.core.env.Env;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.model.AppName;
import cco.publisher.keys.KeyOpener;
import cco.publisher.keys.KeyUri;
import cco.publisher.keys.Passphrases;
import cco.publisher.keys.Signer;
import cco.publisher.signing.KeyFolder;
import cco.publisher.signing.KeyRole;
import cco.publisher.signing.SignerProvider;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The keys of a publisher: those that options name, and otherwise those in the folder of keys.
 *
 * <p>Passphrases come from the environment or from the terminal.
 */
final class PublisherKeys implements SignerProvider, Passphrases {

    private final Console console;
    private final Env env;
    private final KeyOpener opener;
    private final KeyFolder folder;
    private final Map<KeyRole, KeyUri> named = new EnumMap<>(KeyRole.class);

    /** The keys of an app; the folder is the usual one if it is null. */
    PublisherKeys(CommandContext context, AppName app, Path keys) throws UsageException {
        this.console = context.console();
        this.env = context.env();
        this.opener = new KeyOpener(env::variable, this);
        this.folder = new KeyFolder(keys == null ? context.dirs().keys(app) : keys, opener);
    }

    /** Uses this key for a role, unless it is null. */
    PublisherKeys with(KeyRole role, String uri) throws UsageException {
        if (uri != null) {
            named.put(role, parse(uri));
        }
        return this;
    }

    @Override
    public Signer signer(KeyRole role) throws CcoException {
        return named.containsKey(role) ? opener.open(named.get(role)) : folder.signer(role);
    }

    /** Opens the key of a role; a file is created if it does not exist. */
    Signer openOrCreate(KeyRole role) throws CcoException {
        return folder.openOrCreate(role, uri(role));
    }

    /** Opens or creates the new key of a role. */
    Signer replacement(KeyRole role, String uri) throws CcoException {
        return folder.openOrCreate(role, parse(uri));
    }

    /** Remembers where the key of a role is. */
    void remember(KeyRole role, String uri) throws CcoException {
        folder.record(Map.of(role, parse(uri)));
    }

    /** Remembers where all keys are. */
    void rememberAll() throws CcoException {
        Map<KeyRole, KeyUri> all = new EnumMap<>(KeyRole.class);
        for (KeyRole role : KeyRole.values()) {
            all.put(role, uri(role));
        }
        folder.record(all);
    }

    private KeyUri uri(KeyRole role) {
        return named.getOrDefault(role, folder.defaultUri(role));
    }

    private static KeyUri parse(String uri) throws UsageException {
        return KeyUri.parse(uri, Path.of(""));
    }

    @Override
    public char[] ask(String key) throws UsageException {
        Optional<String> given = env.variable(VARIABLE);
        return given.isPresent() ? given.get().toCharArray() : prompt("passphrase of " + key);
    }

    @Override
    public char[] choose(String key) throws UsageException {
        Optional<String> given = env.variable(VARIABLE);
        if (given.isPresent()) {
            return given.get().toCharArray();
        }
        char[] first = prompt("new passphrase for " + key);
        char[] second = prompt("repeat the passphrase");
        boolean equal = Arrays.equals(first, second);
        Arrays.fill(second, '\0');
        if (!equal || first.length == 0) {
            throw new UsageException(
                    equal ? "the passphrase is empty" : "the passphrases do not match", "run the command again");
        }
        return first;
    }

    private char[] prompt(String question) throws UsageException {
        return console.secret(question)
                .orElseThrow(() -> new UsageException(
                        "cannot ask for the " + question + " without a terminal",
                        "set " + VARIABLE + ", or run this in a terminal"));
    }
}
