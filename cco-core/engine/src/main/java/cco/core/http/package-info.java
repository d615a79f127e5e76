/** The one HTTP stack: addresses, redirects, proxies, certificates, ranges and time limits. */
package cco.core.http;
