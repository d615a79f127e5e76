package cco.core.tuf;

/**
 * A role that a targets role speaks through for some paths.
 *
 * @param terminating whether a target of its paths is looked for nowhere else
 */
record DelegatedRole(RoleName name, RoleKeys keys, boolean terminating) {}
