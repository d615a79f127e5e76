/** Text files that cco generates for publishers: templates, and the escaping that makes foreign values harmless. */
package cco.publisher.text;
