import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * Serves a folder over TLS on loopback, on one port for each key store, and prints the addresses: {@code java
 * TlsServer.java FOLDER PASSWORD KEYSTORE…}. Only {@code bin/renew-classlist} uses it.
 */
final class TlsServer {

    private TlsServer() {}

    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        char[] password = arguments[1].toCharArray();
        for (int i = 2; i < arguments.length; i++) {
            HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(context(Path.of(arguments[i]), password)));
            server.createContext("/", SimpleFileServer.createFileHandler(folder));
            server.start();
            System.out.println("https://127.0.0.1:" + server.getAddress().getPort());
        }
    }

    private static SSLContext context(Path keyStore, char[] password) throws IOException, GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(KeyStore.getInstance(keyStore.toFile(), password), password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
