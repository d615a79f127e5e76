/** The services that plugins provide, and the types in their signatures. */
package cco.api;
