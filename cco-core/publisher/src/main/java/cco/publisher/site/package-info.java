/**
 * The files of a release repository that people read: the download page, a README and guides. They are made from the
 * manifest and from what else the repository contains, and the same input gives the same bytes.
 */
package cco.publisher.site;
