package cco.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the pictures of the modules show. A module that has no arrow is left out, and so are the services that the test
 * kit asks for: it only tries them.
 *
 * @param boxes the modules, in the order of their names
 * @param arrows those of requirements, then those of services
 */
record Diagram(List<Box> boxes, List<Arrow> arrows) {

    /**
     * A module.
     *
     * @param services the simple names of what it provides
     */
    record Box(String name, boolean isLibrary, List<String> services) {}

    /**
     * From a module to one that it needs.
     *
     * @param service what the one uses and the other provides; empty where the one requires the other
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

    /** A name that the reactor does not build is a library's that has a descriptor. */
    private static Box box(String name, List<ReactorModule> modules) {
        return modules.stream()
                .filter(module -> module.name().equals(name))
                .findFirst()
                .map(module -> new Box(
                        name,
                        module.isLibrary(),
                        Services.providedBy(module).stream()
                                .map(Services::simple)
                                .collect(Collectors.toList())))
                .orElseGet(() -> new Box(name, true, List.of()));
    }
}
