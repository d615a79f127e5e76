package cco.docs;

import java.io.IOException;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleDescriptor.Opens;
import java.lang.module.ModuleDescriptor.Provides;
import java.lang.module.ModuleDescriptor.Requires;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The page of one module: what it is for, what it needs and why, what it gives, and who needs it. */
final class ModulePage {

    private final ReactorModule module;
    private final Pages pages;
    private final PageLinks links;
    private final StringBuilder page = new StringBuilder();

    private ModulePage(ReactorModule module, Pages pages) {
        this.module = module;
        this.pages = pages;
        this.links = new PageLinks(pages.modules(), "", "../../");
    }

    static String of(ReactorModule module, Pages pages) throws IOException {
        ModulePage page = new ModulePage(module, pages);
        page.write();
        return page.page.toString();
    }

    private void write() throws IOException {
        line("# " + module.name());
        for (String paragraph : module.source().paragraphs()) {
            line("");
            line(paragraph);
        }
        line("");
        line("- Sources: "
                + links.toFile(module.source().folder(), module.source().folder()));
        pages.libraries().stream()
                .filter(library -> library.name().equals(module.name()))
                .forEach(library -> line("- Version " + library.version() + ", licence " + library.licence() + ", "
                        + library.kilobytes() + " kB in the image"));
        Set<String> dependants = pages.graph().dependants(module.name());
        if (!dependants.isEmpty()) {
            line("- Required by: " + links.to(dependants));
        }
        requires();
        exports();
        opens();
        uses();
        provides();
        footer();
    }

    private void requires() throws IOException {
        boolean begun = false;
        for (Requires required : new TreeSet<>(module.descriptor().requires())) {
            if (!required.modifiers().contains(Requires.Modifier.MANDATED)) {
                begun = begin("Requires", begun);
                String how = required.modifiers().stream()
                        .map(modifier -> " *" + lower(modifier) + "*")
                        .sorted()
                        .collect(Collectors.joining());
                line("- " + links.to(required.name()) + how + ": "
                        + module.source().because(required.name()));
            }
        }
    }

    private void exports() throws IOException {
        boolean begun = false;
        for (Exports exports : new TreeSet<>(module.descriptor().exports())) {
            begun = begin("Exports", begun);
            String purpose = module.source().purposeOf(exports.source());
            line("- " + links.toPackage(exports.source()) + to(exports.targets())
                    + (purpose.isEmpty() ? "" : ": " + purpose));
        }
    }

    private void opens() {
        boolean begun = false;
        for (Opens opens : new TreeSet<>(module.descriptor().opens())) {
            begun = begin("Opens to reflection", begun);
            line("- " + links.toPackage(opens.source()) + to(opens.targets()));
        }
    }

    private void uses() {
        boolean begun = false;
        for (String service : new TreeSet<>(module.descriptor().uses())) {
            begun = begin("Uses", begun);
            String providers = links.toThese(pages.services().providers(service));
            line("- " + links.toClass(service) + (providers.isEmpty() ? "" : ", provided by " + providers));
        }
    }

    private void provides() {
        boolean begun = false;
        for (Provides provides : new TreeSet<>(module.descriptor().provides())) {
            begun = begin("Provides", begun);
            String users = links.toThese(pages.services().users(provides.service()));
            line("- " + links.toClass(provides.service()) + " with "
                    + provides.providers().stream().map(links::toClass).collect(Collectors.joining(", "))
                    + (users.isEmpty() ? "" : ", used by " + users));
        }
    }

    private void footer() {
        line("");
        line("---");
        boolean isAboutPlugins =
                module.isForPlugins() || !module.descriptor().provides().isEmpty();
        line("[All modules](../" + Pages.INDEX + ")"
                + (isAboutPlugins && pages.hasGuide() ? " · [How to write a plugin](../" + Pages.GUIDE + ")" : "")
                + " · " + links.toFile("The descriptor", module.source().path(ModuleSource.MODULE_INFO))
                + " · Generated: `" + CommittedTexts.RENEW_COMMAND + "` renews this page.");
    }

    private boolean begin(String title, boolean begun) {
        if (!begun) {
            line("");
            line("## " + title);
            line("");
        }
        return true;
    }

    private String to(Set<String> targets) {
        return targets.isEmpty() ? "" : ", only to " + links.to(targets);
    }

    private static String lower(Requires.Modifier modifier) {
        return modifier.name().toLowerCase(Locale.ROOT);
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
