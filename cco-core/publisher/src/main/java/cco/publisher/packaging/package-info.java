/**
 * Packages of a published version for other package managers. Each contains the published files and a marker
 * (docs/formats.md §16), so that cco leaves the installation to its owner. The same version always gives the same
 * bytes.
 */
package cco.publisher.packaging;
