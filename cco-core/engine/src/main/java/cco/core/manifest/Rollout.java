package cco.core.manifest;

/**
 * A partial rollout. Each machine decides by itself whether it takes part.
 *
 * @param percent from 0 to 100
 * @param seed differs between releases, so that different users go first
 */
public record Rollout(int percent, String seed) {}
