package cco.core.tuf;

/**
 * A role that may list targets for its delegator.
 *
 * @param terminating whether the search for a target ends with this role
 */
record DelegatedRole(RoleName name, RoleKeys keys, boolean terminating) {}
