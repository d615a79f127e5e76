import com.google.gson.stream.JsonReader;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;

/**
 * What a check cannot do without: start, get one document, parse it, make one signature check. cco is measured against
 * this program in its own runtime.
 */
final class Floor {

    private Floor() {}

    public static void main(String[] arguments) throws Exception {
        byte[] document;
        try (InputStream stream = URI.create(arguments[0]).toURL().openStream()) {
            document = stream.readAllBytes();
        }
        new JsonReader(new StringReader(new String(document, "UTF-8"))).skipValue();
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(document);
        byte[] signed = signature.sign();
        signature.initVerify(pair.getPublic());
        signature.update(document);
        System.out.println(signature.verify(signed));
    }
}
