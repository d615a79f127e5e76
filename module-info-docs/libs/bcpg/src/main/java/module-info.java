/**
 * Bouncy Castle's reader of OpenPGP packets under its own module name, without the rest of that library: no cipher, no
 * signature algorithm and no provider is in it, as the JDK has them.
 */
module org.bouncycastle.pg {
    exports org.bouncycastle.asn1;
    exports org.bouncycastle.bcpg;
}
