/** The order of versions by Semantic Versioning 2.0, under its automatic name. */
module org.semver4j {
    exports org.semver4j;
    exports org.semver4j.range;
}
