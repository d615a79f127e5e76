package cco.core.manifest;

/**
 * A release that is offered to a part of the users first; every machine decides for itself whether it is one of them.
 *
 * @param percent from 0 to 100
 * @param seed differs from release to release, so that it is not always the same users who go first
 */
public record Rollout(int percent, String seed) {}
