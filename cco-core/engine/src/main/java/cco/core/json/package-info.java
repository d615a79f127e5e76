/**
 * JSON, read strictly and in one place: metadata, manifest, receipt and journal all pass through {@link
 * cco.core.json.Json}. Two readers that disagree about one document (a repeated name, a number out of range, a deep
 * nest) are how signed data comes to mean something else than what was signed; so such documents are refused.
 */
package cco.core.json;
