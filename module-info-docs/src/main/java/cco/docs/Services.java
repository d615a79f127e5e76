package cco.docs;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Who asks for which service, and who provides it. The JDK's own services are no part of this story. */
record Services(List<ReactorModule> modules) {

    /** In the order of their names. */
    Set<String> names() {
        return modules.stream()
                .flatMap(module -> module.descriptor().uses().stream())
                .filter(service -> !ModuleGraph.isJdk(service))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    List<ReactorModule> users(String service) {
        return those(module -> module.descriptor().uses().contains(service));
    }

    List<ReactorModule> providers(String service) {
        return those(module -> providedBy(module).contains(service));
    }

    static List<String> providedBy(ReactorModule module) {
        return module.descriptor().provides().stream()
                .map(provides -> provides.service())
                .sorted()
                .toList();
    }

    /** A service's name without its package. */
    static String simple(String service) {
        return service.substring(service.lastIndexOf('.') + 1);
    }

    private List<ReactorModule> those(Predicate<ReactorModule> wanted) {
        return modules.stream().filter(wanted).toList();
    }
}
