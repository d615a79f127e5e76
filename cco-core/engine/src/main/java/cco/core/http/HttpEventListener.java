package cco.core.http;

import java.security.cert.X509Certificate;
import java.util.List;

/** Is told how far a request has come; for finding out where the network fails. */
public interface HttpEventListener {

    /** Looks at nothing. */
    HttpEventListener NONE = new HttpEventListener() {};

    /** The proxy has made a tunnel. */
    default void tunnelled() {}

    /** The server has shown its certificate and those that vouch for it, its own first. */
    default void certificates(List<X509Certificate> chain) {}
}
