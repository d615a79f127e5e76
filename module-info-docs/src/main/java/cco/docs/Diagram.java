package cco.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The boxes and arrows of the module graph.
 *
 * <p>Modules without an arrow are omitted, and so are the services that the test kit uses: it only tests them.
 *
 * @param boxes the modules, sorted by name
 * @param arrows requirements first, then services
 */
record Diagram(List<Box> boxes, List<Arrow> arrows) {

    /** A module. */
    record Box(String name, boolean isLibrary) {}

    /**
     * An arrow from a module to one that it needs.
     *
     * @param service the service that {@code from} uses and {@code to} provides; empty for a {@code requires}
     */
    record Arrow(String from, String to, String service) {

        boolean isRequirement() {
            return service.isEmpty();
        }
    }

    static Diagram of(Pages pages) {
        List<Arrow> arrows = arrows(pages);
        Set<String> shown = new TreeSet<>();
        arrows.forEach(arrow -> shown.addAll(Set.of(arrow.from(), arrow.to())));
        return new Diagram(
                shown.stream().map(name -> box(name, pages.modules())).toList(), arrows);
    }

    private static List<Arrow> arrows(Pages pages) {
        List<Arrow> arrows = new ArrayList<>();
        ModuleGraph graph = pages.graph();
        for (String name : graph.names()) {
            graph.reduced(name).forEach(required -> arrows.add(new Arrow(name, required, "")));
        }
        Services services = pages.services();
        for (String service : services.names()) {
            for (ReactorModule user : services.users(service).stream()
                    .filter(user -> !user.isForPlugins())
                    .toList()) {
                services.providers(service).stream()
                        .filter(provider -> provider != user)
                        .forEach(provider ->
                                arrows.add(new Arrow(user.name(), provider.name(), Services.simple(service))));
            }
        }
        return arrows;
    }

    /** A module that the reactor does not build is a library with a descriptor of its own. */
    private static Box box(String name, List<ReactorModule> modules) {
        return modules.stream()
                .filter(module -> module.name().equals(name))
                .findFirst()
                .map(module -> new Box(name, module.isLibrary()))
                .orElseGet(() -> new Box(name, true));
    }
}
