/**
 * Bouncy Castle's parser for OpenPGP packets, under a module name of its own.
 *
 * <p>It contains no cipher, signature algorithm or provider: the JDK has them.
 */
module org.bouncycastle.pg {
    exports org.bouncycastle.asn1;
    exports org.bouncycastle.bcpg;
}
