package cco.core.plugin;

import cco.core.error.PluginException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader.Provider;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The providers of one service, by id.
 *
 * <p>Providers are foreign code. The registry keeps the failures of their start and reports them when a provider is
 * missing.
 */
final class Registry<T> {

    private final Service<T> service;
    private final Iterable<Provider<T>> providers;
    private final Map<String, List<T>> started = new TreeMap<>();
    private final Set<String> failures = new LinkedHashSet<>();
    private boolean complete;

    Registry(Service<T> service, Iterable<Provider<T>> providers) {
        this.service = service;
        this.providers = providers;
    }

    /** Returns whether at least one provider has this id. */
    boolean has(String id) {
        start();
        return started.containsKey(id);
    }

    /**
     * Returns the only provider of an id.
     *
     * @param others further reasons to report if there is none
     */
    T get(String id, List<String> others) throws PluginException {
        start();
        failures.addAll(others);
        return single(started.getOrDefault(id, List.of()), "is named " + id);
    }

    /** Returns the only provider that fulfils a condition. */
    T only(Predicate<T> condition, String described) throws PluginException {
        List<T> matching = new ArrayList<>();
        for (T provider : usable().values()) {
            try {
                if (condition.test(provider)) {
                    matching.add(provider);
                }
            } catch (RuntimeException | LinkageError failure) {
                failures.add(provider.getClass().getName() + " failed: " + TimeLimitedCall.reason(failure));
            }
        }
        return single(matching, described);
    }

    /** The services of all usable providers, by module. */
    Map<Module, List<ProvidedService>> abilities() {
        return usable().values().stream()
                .collect(Collectors.groupingBy(
                        provider -> provider.getClass().getModule(),
                        Collectors.mapping(service::introduce, Collectors.toList())));
    }

    /** Every provider with an id of its own. */
    Map<String, T> usable() {
        start();
        Map<String, T> usable = new HashMap<>();
        started.forEach((id, providers) -> {
            if (providers.size() == 1) {
                usable.put(id, providers.getFirst());
            }
        });
        return usable;
    }

    private T single(List<T> matching, String described) throws PluginException {
        if (matching.size() == 1) {
            return matching.getFirst();
        }
        if (matching.size() > 1) {
            String names = matching.stream()
                    .map(provider -> provider.getClass().getName())
                    .collect(Collectors.joining(" and "));
            throw new PluginException(
                    "more than one " + service.word() + " " + described + ": " + names, "remove all but one of them");
        }
        String reasons = failures.stream().map(failure -> "; " + failure).collect(Collectors.joining());
        String there = started.isEmpty() ? "there is none" : "there is " + String.join(", ", started.keySet());
        throw new PluginException("no " + service.word() + " " + described + reasons, there);
    }

    private void start() {
        if (complete) {
            return;
        }
        Iterator<Provider<T>> remaining = providers.iterator();
        while (!complete) {
            try {
                if (remaining.hasNext()) {
                    start(remaining.next());
                } else {
                    complete = true;
                }
            } catch (ServiceConfigurationError unloadable) {
                // ServiceLoader continues after a provider that it cannot load.
                failures.add(TimeLimitedCall.reason(unloadable));
            }
        }
    }

    private void start(Provider<T> provider) {
        String name = provider.type().getName();
        try {
            T instance = provider.get();
            String id = service.introduce(instance).id();
            if (Service.isId(id)) {
                started.computeIfAbsent(id, unused -> new ArrayList<>()).add(instance);
            } else {
                failures.add(name + " has the invalid id " + id);
            }
        } catch (ServiceConfigurationError | RuntimeException | LinkageError failure) {
            failures.add(name + " cannot be started: " + TimeLimitedCall.reason(failure));
        }
    }
}
