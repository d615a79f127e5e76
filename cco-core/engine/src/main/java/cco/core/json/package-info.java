/**
 * Strict JSON in one place: {@link cco.core.json.Json} reads all metadata, manifests, receipts and journals.
 *
 * <p>Two readers that disagree about a document (a repeated name, a number out of range, deep nesting) can give signed
 * data a meaning that nobody signed. Therefore such documents are refused.
 */
package cco.core.json;
