package cco.core.tuf;

import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import cco.core.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The delegations of a targets role (TUF 4.5), in the order of the search. */
record Delegations(List<Rule> rules) {

    /** One delegation: which paths it covers, and which role lists them. */
    sealed interface Rule permits ByPattern, ByHashPrefix, SuccinctRoles {

        boolean covers(String path);

        DelegatedRole role(String path);
    }

    record ByPattern(DelegatedRole role, List<PathPattern> patterns) implements Rule {
        @Override
        public boolean covers(String path) {
            return patterns.stream().anyMatch(pattern -> pattern.matches(path));
        }

        @Override
        public DelegatedRole role(String path) {
            return role;
        }
    }

    record ByHashPrefix(DelegatedRole role, List<String> prefixes) implements Rule {
        @Override
        public boolean covers(String path) {
            return prefixes.stream().anyMatch(digest(path)::startsWith);
        }

        @Override
        public DelegatedRole role(String path) {
            return role;
        }
    }

    static Delegations read(JsonObject json) throws JsonException {
        Map<String, TufKey> keys = RoleKeys.readKeys(json.object("keys"));
        if (json.optionalObject("succinct_roles").isPresent()) {
            if (!json.objects("roles").isEmpty()) {
                throw json.refuse("roles", "none beside succinct_roles");
            }
            return new Delegations(List.of(SuccinctRoles.read(json.object("succinct_roles"), keys)));
        }
        Set<RoleName> names = new HashSet<>();
        List<Rule> rules = new ArrayList<>();
        for (JsonObject entry : json.objects("roles")) {
            Rule rule = rule(entry, keys);
            if (!names.add(rule.role("").name())) {
                throw entry.refuse("name", "a name that no other role here has");
            }
            rules.add(rule);
        }
        return new Delegations(rules);
    }

    private static Rule rule(JsonObject entry, Map<String, TufKey> keys) throws JsonException {
        DelegatedRole role = new DelegatedRole(name(entry), RoleKeys.read(entry, keys), entry.flag("terminating"));
        List<String> prefixes = entry.texts("path_hash_prefixes");
        boolean byPrefix = entry.names().contains("path_hash_prefixes");
        if (byPrefix == entry.names().contains("paths")) {
            throw entry.refuse("paths", "either paths or path_hash_prefixes");
        }
        return byPrefix
                ? new ByHashPrefix(role, prefixes)
                : new ByPattern(
                        role, entry.texts("paths").stream().map(PathPattern::of).toList());
    }

    private static RoleName name(JsonObject entry) throws JsonException {
        String name = entry.text("name");
        if (name.isEmpty() || new RoleName(name).isTopLevel()) {
            throw entry.refuse("name", "a name that is not reserved");
        }
        return new RoleName(name);
    }

    /** The roles that cover a target, in order, none after a terminating one. */
    List<DelegatedRole> rolesFor(String path) {
        List<DelegatedRole> roles = new ArrayList<>();
        for (Rule rule : rules) {
            if (rule.covers(path)) {
                roles.add(rule.role(path));
                if (roles.getLast().terminating()) {
                    break;
                }
            }
        }
        return roles;
    }

    /** The SHA-256 of a target's path, in lower-case hexadecimal. */
    static String digest(String path) {
        return Sha256.of(path.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
