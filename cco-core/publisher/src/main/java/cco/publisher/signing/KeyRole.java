package cco.publisher.signing;

import cco.core.tuf.RoleName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The three keys of a publisher, and the roles of the metadata that each signs. */
public enum KeyRole {
    /** Says who the others are. Used once a year, kept offline. */
    ROOT("root", RoleName.ROOT),
    /** Says what the releases are. Used for each release. */
    TARGETS("targets", RoleName.TARGETS),
    /** Says what is newest, again and again, by a scheduled job. */
    ONLINE("online", RoleName.SNAPSHOT, RoleName.TIMESTAMP);

    private final String id;
    private final List<RoleName> roles;

    KeyRole(String id, RoleName... roles) {
        this.id = id;
        this.roles = List.of(roles);
    }

    /** Finds a key's role by the name that users type. */
    public static Optional<KeyRole> of(String id) {
        return Arrays.stream(values()).filter(role -> role.id.equals(id)).findFirst();
    }

    /** Whether the key signs only when somebody is there, so that it can be encrypted. */
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
