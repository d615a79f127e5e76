package cco.core.env;

/**
 * A proxy as somebody has written it down; the environment's may be anything.
 *
 * @param address perhaps with user name and password
 * @param setBy the key or the variable that says so
 */
public record ConfiguredProxy(String address, String setBy) {}
