package cco.core.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A server's key with a self-signed certificate. */
public record ServerKey(Path store, Path certificate) {

    private static final String PASSWORD = "changeit";

    /** Makes one in a folder; the options are keytool's for a new key. */
    static ServerKey make(Path folder, String... options) throws Exception {
        ServerKey key = new ServerKey(folder.resolve("server.p12"), folder.resolve("ca.pem"));
        List<String> generate = new ArrayList<>(
                List.of("-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=mirror.test"));
        generate.addAll(List.of(options));
        key.keytool(generate);
        key.keytool(List.of(
                "-exportcert",
                "-alias",
                "server",
                "-rfc",
                "-file",
                key.certificate().toString()));
        return key;
    }

    private void keytool(List<String> arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(arguments);
        command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), output);
    }

    SSLContext context() throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream stream = Files.newInputStream(store)) {
            keys.load(stream, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
