/** The services that plugins provide ({@code provides … with …}), and the few types that cross to them. */
package cco.api;
