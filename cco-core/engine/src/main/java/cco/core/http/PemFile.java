package cco.core.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Certificates in the text format of RFC 7468. Other text and other kinds of blocks are skipped. */
final class PemFile {

    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final String END = "-----END CERTIFICATE-----";

    private PemFile() {}

    /**
     * Reads all certificates of a file.
     *
     * @throws IOException if it cannot be read
     * @throws GeneralSecurityException naming the line of an invalid certificate, or if there is none
     */
    static List<Certificate> read(Path file) throws IOException, GeneralSecurityException {
        List<String> lines = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                .lines()
                .toList();
        List<Certificate> certificates = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).strip().equals(BEGIN)) {
                int end = i
                        + lines.subList(i, lines.size()).stream()
                                .map(String::strip)
                                .toList()
                                .indexOf(END);
                if (end < i) {
                    throw new CertificateException("line " + (i + 1) + " starts a certificate that has no end");
                }
                certificates.add(certificate(lines.subList(i + 1, end), i + 1));
                i = end;
            }
        }
        if (certificates.isEmpty()) {
            throw new CertificateException("it has no " + BEGIN);
        }
        return certificates;
    }

    private static Certificate certificate(List<String> lines, int line) throws CertificateException {
        try {
            byte[] der = Base64.getDecoder().decode(String.join("", lines).replaceAll("\\s", ""));
            return CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (IllegalArgumentException | CertificateException broken) {
            throw new CertificateException("the block in line " + line + " is not a certificate", broken);
        }
    }
}
