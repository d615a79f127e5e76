package cco.publisher.signing;

import cco.core.tuf.RoleName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The three keys of a publisher, and the metadata roles that each signs. */
public enum KeyRole {
    /** Names the other keys. Used once a year, kept offline. */
    ROOT("root", RoleName.ROOT),
    /** Signs each release. */
    TARGETS("targets", RoleName.TARGETS),
    /** Signs which state is the newest, regularly, in a scheduled job. */
    ONLINE("online", RoleName.SNAPSHOT, RoleName.TIMESTAMP);

    private final String id;
    private final List<RoleName> roles;

    KeyRole(String id, RoleName... roles) {
        this.id = id;
        this.roles = List.of(roles);
    }

    /** Finds a role by the name that users type. */
    public static Optional<KeyRole> of(String id) {
        return Arrays.stream(values()).filter(role -> role.id.equals(id)).findFirst();
    }

    /** Whether a person is present when the key signs, so that it can be encrypted. */
    public boolean isOffline() {
        return this != ONLINE;
    }

    List<RoleName> roles() {
        return roles;
    }

    @Override
    public String toString() {
        return id;
    }
}
