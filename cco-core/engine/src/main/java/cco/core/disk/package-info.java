/**
 * Writing that survives a power cut, and deleting that stays inside. Every other package writes through this one.
 */
package cco.core.disk;
