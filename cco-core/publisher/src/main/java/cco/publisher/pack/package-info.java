/** Packs builds into release archives, byte for byte reproducible. */
package cco.publisher.pack;
