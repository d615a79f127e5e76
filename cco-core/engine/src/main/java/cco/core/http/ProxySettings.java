package cco.core.http;

import java.util.List;

/**
 * The proxy that requests go through.
 *
 * @param address {@code http://[user:password@]host:port}, the login percent-encoded; looked at when it is first
 *     needed, since an environment may name a proxy that nothing here ever goes through
 * @param setBy the setting or the variable that names it, for messages
 * @param exceptions hosts that are reached without it: {@code example.com} and what is below it, {@code host:port}, an
 *     address, a network such as {@code 10.0.0.0/8} for addresses as written, or {@code *}
 */
public record ProxySettings(String address, String setBy, List<String> exceptions) {

    public ProxySettings {
        exceptions = List.copyOf(exceptions);
    }

    /** Without the address, which may hold a password. */
    @Override
    public String toString() {
        return "proxy set by " + setBy;
    }
}
