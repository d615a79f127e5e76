package cco.core.http;

import cco.core.model.UtcTime;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The reason why a server is not trusted, in words. */
record CertificateFault(String reason) {

    static CertificateFault of(X509Certificate[] chain, List<CertificateException> refusals) {
        return new CertificateFault(dates(chain)
                .or(() -> refusals.stream()
                        .flatMap(refusal -> name(chain[0], refusal).stream())
                        .findFirst())
                .or(() -> refusals.stream()
                        .flatMap(refusal -> store(refusal).stream())
                        .findFirst()
                        .map(store -> unknown(chain) + "; " + store))
                .or(() -> refusals.stream()
                        .flatMap(refusal -> other(refusal).stream())
                        .findFirst())
                .orElseGet(() -> unknown(chain)));
    }

    /** Any reason except an unknown issuer, such as a digest that is no longer secure. */
    private static Optional<String> other(CertificateException refusal) {
        return Optional.ofNullable(refusal.getMessage()).filter(message -> !message.contains("path building failed"));
    }

    private static Optional<String> dates(X509Certificate[] chain) {
        Date now = new Date();
        return Arrays.stream(chain)
                .flatMap(certificate -> {
                    if (now.after(certificate.getNotAfter())) {
                        return Optional.of(subject(certificate) + " expired on " + day(certificate.getNotAfter()))
                                .stream();
                    }
                    return now.before(certificate.getNotBefore())
                            ? Optional.of(subject(certificate) + " is valid only from "
                                            + day(certificate.getNotBefore()) + ": check this machine's clock")
                                    .stream()
                            : Optional.<String>empty().stream();
                })
                .findFirst();
    }

    /** Only a store that knows the issuer checks the name. */
    private static Optional<String> name(X509Certificate server, CertificateException refusal) {
        String message = String.valueOf(refusal.getMessage());
        boolean wrongName = message.contains("subject alternative") || message.startsWith("No name matching");
        return wrongName
                ? Optional.of("the server's certificate is for " + names(server) + ", which is another host")
                : Optional.empty();
    }

    private static Optional<String> store(CertificateException refusal) {
        return Optional.ofNullable(refusal.getMessage())
                .filter(message -> message.startsWith("cannot read a certificate store"));
    }

    private static String unknown(X509Certificate[] chain) {
        X509Certificate last = chain[chain.length - 1];
        boolean self = chain.length == 1 && last.getSubjectX500Principal().equals(last.getIssuerX500Principal());
        return self
                ? subject(last) + " is self-signed"
                : "unknown certificate issuer: " + last.getIssuerX500Principal();
    }

    private static String names(X509Certificate server) {
        try {
            Collection<List<?>> names = server.getSubjectAlternativeNames();
            return names == null
                    ? server.getSubjectX500Principal().toString()
                    : names.stream().map(name -> String.valueOf(name.get(1))).collect(Collectors.joining(", "));
        } catch (CertificateParsingException _) {
            return server.getSubjectX500Principal().toString();
        }
    }

    private static String subject(X509Certificate certificate) {
        return "the certificate of " + certificate.getSubjectX500Principal();
    }

    private static String day(Date date) {
        return UtcTime.day(date.toInstant());
    }

    @Override
    public String toString() {
        return reason;
    }
}
