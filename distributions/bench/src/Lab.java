import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** A release repository, nginx in front of it, and a user who has installed cco from there. */
final class Lab implements AutoCloseable {

    /** The user who has installed cco. */
    static final String INSTALLED = "signed";

    private static final String REPOSITORY = "cco";

    /** cco under another name, with an older version before it. */
    static final String LISTED = "listed";

    /** As {@link #LISTED}, but without the list of classes from which an installation makes the start-up archive. */
    static final String UNLISTED = "unlisted";

    private static final String OLD = "0.0.1";

    final Path folder;
    final Path bundle;
    final String version;
    final Path archive;
    final int http;
    final int https;
    private final int ecdsa;

    /** The configuration of nginx; the first certificate has an RSA key, the second one a chain of ECDSA keys. */
    private static final String NGINX = """
            user root; pid nginx.pid; error_log error.log; events {}
            http {
              ssl_protocols TLSv1.2 TLSv1.3; access_log off;
              client_body_temp_path temp; proxy_temp_path temp; fastcgi_temp_path temp;
              uwsgi_temp_path temp; scgi_temp_path temp;
              server { listen 127.0.0.1:%d; root www; }
              server { listen 127.0.0.1:%d ssl; ssl_certificate cert.pem; ssl_certificate_key key.pem; root www; }
              server { listen 127.0.0.1:%d ssl; ssl_certificate chain.pem; ssl_certificate_key ec.key; root www; }
            }
            """;

    Lab(Path root, Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        this.bundle = root.resolve("distributions/bundle/target/cco");
        this.version = sh("%s/cco --version".formatted(bundle)).replaceAll(".* ", "");
        this.archive = Path.of(sh("ls %s/distributions/bundle/target/cco-v*.tar.gz".formatted(root)));
        try (ServerSocket one = new ServerSocket(0);
                ServerSocket other = new ServerSocket(0);
                ServerSocket third = new ServerSocket(0)) {
            http = one.getLocalPort();
            https = other.getLocalPort();
            ecdsa = third.getLocalPort();
        }
        publish();
        Files.writeString(folder.resolve("nginx.conf"), NGINX.formatted(http, https, ecdsa));
        sh("""
            openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -subj /CN=127.0.0.1 \
                -addext subjectAltName=IP:127.0.0.1 -days 9
            curve="-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes"
            openssl req -x509 $curve -keyout ca.key -out ca.pem -subj /CN=authority -days 9
            openssl req $curve -keyout ec.key -out ec.csr -subj /CN=127.0.0.1
            echo subjectAltName=IP:127.0.0.1 >ec.names
            openssl x509 -req -in ec.csr -CA ca.pem -CAkey ca.key -CAcreateserial -extfile ec.names -days 9 -out ec.pem
            cat ec.pem ca.pem >chain.pem
            PATH=$PATH:/usr/sbin nginx -p . -c nginx.conf""");
    }

    private void publish() throws IOException, InterruptedException {
        sh("""
            mkdir -p www unlisted; tar -xzf %s -C unlisted; cd unlisted/*
            rm runtime/lib/startup.classlist; sed -i /startup.classlist/d checksums.sha256""".formatted(archive));
        publish(REPOSITORY, archive.toString());
        publish(LISTED, archive.toString());
        publish(UNLISTED, "unlisted/*");
    }

    private void publish(String app, String build) throws IOException, InterruptedException {
        String platform = archive.getFileName().toString().replaceAll(".*-([^-]*-[^-]*)\\.tar\\.gz", "$1");
        sh("""
            export CCO_HOME=%1$s/publisher-of-%2$s CCO_KEY_PASSPHRASE=bench
            mkdir old-%2$s; printf '#!/bin/sh\\necho %7$s\\n' >old-%2$s/cco; chmod +x old-%2$s/cco
            %3$s/cco release init --app %2$s --repository www/%2$s
            add() { %3$s/cco release add --app %2$s --executable cco --platform %5$s --repository www/%2$s "$@"; }
            add --version %7$s old-%2$s; add --version %4$s %6$s
            %3$s/cco release sign --repository www/%2$s
            """.formatted(folder, app, bundle, version, platform, build, OLD));
    }

    String sh(String script) throws IOException, InterruptedException {
        return Timing.shell(folder, script);
    }

    /** The address of cco's repository. */
    String address(boolean encrypted) {
        return address(REPOSITORY, encrypted);
    }

    /** The same behind the chain of ECDSA certificates, whose root is in {@code ca.pem}. */
    String ecdsaAddress() {
        return "https://127.0.0.1:" + ecdsa + "/" + REPOSITORY;
    }

    private String address(String repository, boolean encrypted) {
        return (encrypted ? "https://127.0.0.1:" + https : "http://127.0.0.1:" + http) + "/" + repository;
    }

    /** The runtime of an installed cco. */
    String runtime() {
        return folder + "/" + INSTALLED + "/data/apps/cco/current/runtime";
    }

    /** The Java of an installed cco. */
    String java(String arguments) {
        return runtime() + "/bin/java " + arguments;
    }

    /** A command of the cco of a user. */
    String cco(String user, String arguments) {
        return cco(user, user, arguments);
    }

    /** A command of the cco of one user, with the home of another. */
    String cco(String owner, String user, String arguments) {
        return "CCO_HOME=%1$s/%3$s CI=1 %1$s/%2$s/bin/cco %4$s".formatted(folder, owner, user, arguments);
    }

    /** The command that installs cco for a user, with an unpacked bundle. */
    String install(String user, String from, String trust) {
        return authority(from)
                + "CCO_HOME=%1$s/%2$s CI=1 %3$s/cco install cco --from %4$s %5$s"
                        .formatted(folder, user, bundle, from, trust);
    }

    /** The command that installs the old version of an app for a new user. */
    String installOld(String app, boolean encrypted) {
        String from = address(app, encrypted);
        String install = "install " + app + " --version " + OLD + " --from " + from + " " + root(app);
        return authority(from) + cco(INSTALLED, "new-user", install) + "; "
                + cco(INSTALLED, "new-user", "unhold " + app); // naming a version holds the app at it
    }

    /** The command that updates an app of the new user. */
    String update(String app, boolean encrypted) {
        return authority(address(app, encrypted)) + cco(INSTALLED, "new-user", "update " + app + " --yes");
    }

    private String authority(String from) {
        String root = from.equals(ecdsaAddress()) ? "/ca.pem " : "/cert.pem ";
        return from.startsWith("https:") ? "CCO_NETWORK_CA_FILE=" + folder + root : "";
    }

    /** The command that installs another app, unsigned, for a new user. */
    String installOther(String app) {
        return installOther(app, "new-user", "--trust sha256");
    }

    /** The command that installs another app for a user. */
    String installOther(String app, String user, String trust) {
        return cco(INSTALLED, user, "install " + app + " --from " + address(app, false) + " " + trust);
    }

    /** The path of cco's archive in its repository. */
    String sharedPath() {
        return "v" + version + "/" + archive.getFileName();
    }

    /** The option that trusts cco's keys. */
    String root() {
        return root(REPOSITORY);
    }

    /** The option that trusts the keys of an app. */
    String root(String app) {
        return "--root " + rootFile(app);
    }

    /** The root of cco's repository. */
    String rootFile() {
        return rootFile(REPOSITORY);
    }

    private String rootFile(String app) {
        return folder + "/www/" + app + "/metadata/1.root.json";
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
