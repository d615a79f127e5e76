/**
 * Release repositories on GitHub. Archives are files of releases; the manifest and the metadata are in a branch, on
 * GitHub Pages, or in the latest release.
 */
package cco.source.github;
