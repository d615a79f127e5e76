/**
 * The publisher's project: the file {@code release.toml}, which says where the builds of an app are, where its release
 * repository is, and where that is uploaded to. Reading it changes nothing and opens nothing else.
 */
package cco.publisher.project;
