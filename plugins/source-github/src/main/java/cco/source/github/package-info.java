/**
 * Release repositories on GitHub: archives are the files of releases, the manifest and the metadata are in a branch, on
 * pages, or with the latest release.
 */
package cco.source.github;
