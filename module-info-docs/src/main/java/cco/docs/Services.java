package cco.docs;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The users and providers of each service, without the services of the JDK. */
record Services(List<ReactorModule> modules) {

    /** The names of all services, sorted. */
    Set<String> names() {
        return modules.stream()
                .flatMap(module -> module.descriptor().uses().stream())
                .filter(service -> !ModuleGraph.isJdk(service))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    List<ReactorModule> users(String service) {
        return matching(module -> module.descriptor().uses().contains(service));
    }

    List<ReactorModule> providers(String service) {
        return matching(module -> providedBy(module).contains(service));
    }

    private static List<String> providedBy(ReactorModule module) {
        return module.descriptor().provides().stream()
                .map(provides -> provides.service())
                .sorted()
                .toList();
    }

    /** The name of a service without its package. */
    static String simple(String service) {
        return service.substring(service.lastIndexOf('.') + 1);
    }

    private List<ReactorModule> matching(Predicate<ReactorModule> wanted) {
        return modules.stream().filter(wanted).toList();
    }
}
