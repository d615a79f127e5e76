package cco.core.archive;

/**
 * An archive that has to be refused.
 *
 * @param attack what it tries
 * @param name its file name, which says its format
 * @param rule that refuses it
 */
record Hostile(String attack, String name, byte[] bytes, ArchiveRule rule) {

    static Hostile tar(ArchiveRule rule, String attack, TarBytes tar) {
        return tar(rule, attack, tar.end().gzip());
    }

    static Hostile tar(ArchiveRule rule, String attack, byte[] bytes) {
        return new Hostile(attack, "hello-v1.0.0-linux-x86_64.tar.gz", bytes, rule);
    }

    static Hostile zip(ArchiveRule rule, String attack, byte[] bytes) {
        return new Hostile(attack, "hello-v1.0.0-windows-x86_64.zip", bytes, rule);
    }

    @Override
    public String toString() {
        return name.substring(name.lastIndexOf('.')) + " " + attack + ": " + rule;
    }
}
