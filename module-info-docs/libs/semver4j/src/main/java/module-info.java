/** SemVer 2.0 under its automatic name: the order of versions is not cco's own invention. */
module org.semver4j {
    exports org.semver4j;
    exports org.semver4j.range;
}
