package cco.core.plugin;

import cco.core.error.PluginException;
import java.util.ArrayList;
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
 * The providers of one service, by id. They are foreign code: whatever goes wrong while they are started is kept, and
 * told when something is missing.
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

    /** Whether a provider, or more than one, has this id. */
    boolean has(String id) {
        start();
        return started.containsKey(id);
    }

    /**
     * The one provider of this id.
     *
     * @param others what else may be the reason why there is none
     */
    T get(String id, List<String> others) throws PluginException {
        start();
        failures.addAll(others);
        return single(started.getOrDefault(id, List.of()), "is named " + id);
    }

    /** The one provider that the condition holds for. */
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

    /** What the providers are called, by their modules. */
    Map<Module, List<ProvidedService>> abilities() {
        return usable().values().stream()
                .collect(Collectors.groupingBy(
                        provider -> provider.getClass().getModule(),
                        Collectors.mapping(service::introduce, Collectors.toList())));
    }

    /** Every provider whose id is its own. */
    Map<String, T> usable() {
        start();
        return started.entrySet().stream()
                .filter(entry -> entry.getValue().size() == 1)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().getFirst()));
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
                    "more than one " + service.word() + " " + described + ": " + names, "take all but one of them out");
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
                // The loader goes on behind the provider that it could not load.
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
                failures.add(name + " names itself " + id);
            }
        } catch (ServiceConfigurationError | RuntimeException | LinkageError failure) {
            failures.add(name + " cannot be started: " + TimeLimitedCall.reason(failure));
        }
    }
}
