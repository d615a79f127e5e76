import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** A release repository, nginx in front of it, and a user who has installed cco from there. */
final class Lab implements AutoCloseable {

    final Path folder;
    final Path bundle;
    final String version;
    final Path archive;
    final int http;
    final int https;

    /** The configuration of nginx; the certificate has an RSA key. */
    private static final String NGINX = """
            user root; pid nginx.pid; error_log error.log; events {}
            http {
              access_log off; client_body_temp_path temp; proxy_temp_path temp; fastcgi_temp_path temp;
              uwsgi_temp_path temp; scgi_temp_path temp;
              server { listen 127.0.0.1:%d; root www; }
              server { listen 127.0.0.1:%d ssl; ssl_certificate cert.pem; ssl_certificate_key key.pem; root www; }
            }
            """;

    Lab(Path root, Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        this.bundle = root.resolve("distributions/bundle/target/cco");
        this.version = sh("%s/cco --version".formatted(bundle)).replaceAll(".* ", "");
        this.archive = Path.of(sh("ls %s/distributions/bundle/target/cco-v*.tar.gz".formatted(root)));
        try (ServerSocket one = new ServerSocket(0);
                ServerSocket other = new ServerSocket(0)) {
            http = one.getLocalPort();
            https = other.getLocalPort();
        }
        publish();
        Files.writeString(folder.resolve("nginx.conf"), NGINX.formatted(http, https));
        sh("""
            openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -subj /CN=127.0.0.1 \
                -addext subjectAltName=IP:127.0.0.1 -days 9
            PATH=$PATH:/usr/sbin nginx -p . -c nginx.conf""");
    }

    /** Two repositories of cco: signed, and a copy of the files for trust mode sha256. */
    private void publish() throws IOException, InterruptedException {
        String platform = archive.getFileName().toString().replaceAll(".*-([^-]*-[^-]*)\\.tar\\.gz", "$1");
        sh("""
            export CCO_HOME=%1$s/publisher CCO_KEY_PASSPHRASE=bench
            mkdir -p www
            %2$s/cco release init --app cco --repository www/cco
            %2$s/cco release add --app cco --version %3$s --platform %4$s --repository www/cco %5$s
            %2$s/cco release sign --repository www/cco""".formatted(folder, bundle, version, platform, archive));
    }

    String sh(String script) throws IOException, InterruptedException {
        return Timing.shell(folder, script);
    }

    /** The address of cco's repository. */
    String address(boolean encrypted) {
        return encrypted ? "https://127.0.0.1:" + https + "/cco" : "http://127.0.0.1:" + http + "/cco";
    }

    /** The Java of an installed cco. */
    String java(String arguments) {
        return folder + "/signed/data/apps/cco/current/runtime/bin/java " + arguments;
    }

    /** A command of the cco of a user. */
    String cco(String user, String arguments) {
        return cco(user, user, arguments);
    }

    /** A command of the cco of one user, with the home of another. */
    String cco(String owner, String user, String arguments) {
        return "CCO_HOME=%1$s/%3$s CI=1 %1$s/%2$s/bin/cco %4$s".formatted(folder, owner, user, arguments);
    }

    /** The command that installs cco for a user. */
    String install(String user, String from, String trust) {
        String authority = from.startsWith("https:") ? "CCO_NETWORK_CA_FILE=" + folder + "/cert.pem " : "";
        return "CCO_HOME=%1$s/%2$s CI=1 %3$s%4$s/cco install cco --from %5$s %6$s"
                .formatted(folder, user, authority, bundle, from, trust);
    }

    /** The command that installs another app, unsigned, for a new user. */
    String installOther(String app) {
        return installOther(app, "new-user", "--trust sha256");
    }

    /** The command that installs another app for a user. */
    String installOther(String app, String user, String trust) {
        return "CCO_HOME=%1$s/%2$s CI=1 %3$s/cco install %4$s --from http://127.0.0.1:%5$d/%4$s %6$s"
                .formatted(folder, user, bundle, app, http, trust);
    }

    /** The path of cco's archive in its repository. */
    String sharedPath() {
        return "v" + version + "/" + archive.getFileName();
    }

    /** The option that trusts cco's keys. */
    String root() {
        return root("cco");
    }

    /** The option that trusts the keys of an app. */
    String root(String app) {
        return "--root " + folder + "/www/" + app + "/metadata/1.root.json";
    }

    /** Deletions would slow down what comes next: ext4 searches its recently deleted files for each new one. */
    String moveAside(String... names) {
        return "old=$(mktemp -d old.XXXXXX); mv %s $old 2>/dev/null || :; sync".formatted(String.join(" ", names));
    }

    @Override
    public void close() throws IOException {
        try {
            sh("kill $(cat nginx.pid)");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
