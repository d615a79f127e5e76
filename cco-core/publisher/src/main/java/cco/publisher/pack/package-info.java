/** Makes archives of a folder, byte for byte reproducible. */
package cco.publisher.pack;
