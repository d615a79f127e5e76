package cco.docs;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleDescriptor.Provides;
import java.lang.module.ModuleDescriptor.Requires;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** MODULES.md: the picture, the services and their providers, then every module with its job and its neighbours. */
final class ModulesPage {

    private final List<ReactorModule> modules;
    private final ModuleGraph graph;
    private final StringBuilder page = new StringBuilder();

    ModulesPage(List<ReactorModule> modules) {
        this.modules = modules;
        this.graph = new ModuleGraph(modules);
    }

    String text() {
        page.setLength(0);
        line("# The modules of cco");
        line("");
        line("This page is generated from the module descriptors and their Javadoc: change those, then run");
        line("`" + CommittedTexts.RENEW_COMMAND + "`.");
        line("");
        line("An arrow leads from a module to one that it requires, a dotted one from the module that uses a service");
        line("to one that provides it. Round corners are libraries. The JDK's modules and implied arrows are absent.");
        picture();
        services();
        modules.stream().filter(module -> !module.isLibrary()).forEach(this::section);
        modules.stream().filter(ReactorModule::isLibrary).forEach(this::section);
        return page.toString();
    }

    private void picture() {
        line("");
        line("```mermaid");
        line("graph TD");
        Set<String> own = modules.stream().filter(module -> !module.isLibrary())
                .map(ReactorModule::name).collect(Collectors.toSet());
        for (String name : graph.names()) {
            line("    " + node(name) + (own.contains(name) ? "[" + name + "]" : "([" + name + "])"));
        }
        for (String name : graph.names()) {
            graph.reduced(name).forEach(required -> line("    " + node(name) + " --> " + node(required)));
        }
        for (String service : usedServices()) {
            for (ReactorModule user : users(service)) {
                String arrow = "    " + node(user.name()) + " -. " + simple(service) + " .-> ";
                providers(service).forEach(provider -> line(arrow + node(provider.name())));
            }
        }
        line("```");
    }

    /** Mermaid reads {@code end} and dots in names of nodes as its own. */
    private static String node(String module) {
        return "m_" + module.replace('.', '_');
    }

    private void services() {
        line("");
        line("## Services");
        line("");
        line("| service | used by | provided by |");
        line("| --- | --- | --- |");
        for (String service : usedServices()) {
            line("| `%s` | %s | %s |".formatted(service, names(users(service)), names(providers(service))));
        }
    }

    private void section(ReactorModule module) {
        ModuleDescriptor descriptor = module.descriptor();
        line("");
        line("## " + module.name());
        line("");
        line(module.purpose());
        line("");
        line("- Folder: [" + module.folder() + "](../" + module.folder() + ")");
        item("Requires", descriptor.requires().stream().filter(required -> !required.name().equals("java.base"))
                .map(ModulesPage::requires));
        item("Exports", descriptor.exports().stream().map(ModulesPage::exports));
        item("Opens", descriptor.opens().stream().map(opens -> opens.source() + to(opens.targets())));
        item("Uses", descriptor.uses().stream());
        item("Provides", descriptor.provides().stream().map(ModulesPage::provides));
        item("Required by", graph.dependants(module.name()).stream());
    }

    private static String requires(Requires required) {
        String modifiers = required.modifiers().stream().map(modifier -> modifier.name().toLowerCase(Locale.ROOT) + " ")
                .sorted().collect(Collectors.joining());
        return modifiers + required.name();
    }

    private static String exports(Exports exports) {
        return exports.source() + to(exports.targets());
    }

    private static String provides(Provides provides) {
        return provides.service() + " with " + String.join(", ", provides.providers());
    }

    private static String to(Set<String> modules) {
        return modules.isEmpty() ? "" : " to " + String.join(", ", new TreeSet<>(modules));
    }

    private void item(String title, Stream<String> values) {
        String list = values.sorted().map(value -> "`" + value + "`").collect(Collectors.joining(", "));
        if (!list.isEmpty()) {
            line("- " + title + ": " + list);
        }
    }

    private Set<String> usedServices() {
        return modules.stream().flatMap(module -> module.descriptor().uses().stream())
                .filter(service -> !ModuleGraph.isJdk(service)).collect(Collectors.toCollection(TreeSet::new));
    }

    private List<ReactorModule> users(String service) {
        return those(module -> module.descriptor().uses().contains(service));
    }

    private List<ReactorModule> providers(String service) {
        return those(module -> module.descriptor().provides().stream().anyMatch(p -> p.service().equals(service)));
    }

    private List<ReactorModule> those(Predicate<ReactorModule> wanted) {
        return modules.stream().filter(wanted).toList();
    }

    private static String names(Collection<ReactorModule> modules) {
        return modules.isEmpty() ? "-" : modules.stream().map(module -> "`" + module.name() + "`")
                .sorted().collect(Collectors.joining(", "));
    }

    private static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
