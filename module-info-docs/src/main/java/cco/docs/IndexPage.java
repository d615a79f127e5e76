package cco.docs;

import java.util.List;
import java.util.function.Predicate;

/** MODULES.md: the module graph, one sentence per module, the services and the third-party libraries. */
final class IndexPage {

    private final Pages pages;
    private final PageLinks links;
    private final StringBuilder page = new StringBuilder();

    private IndexPage(Pages pages) {
        this.pages = pages;
        this.links = new PageLinks(pages.modules(), Pages.FOLDER + "/", "../");
    }

    static String of(Pages pages) {
        IndexPage page = new IndexPage(pages);
        page.write();
        return page.page.toString();
    }

    private void write() {
        line("# The modules of cco");
        line("");
        line("A solid arrow leads from a module to one that it requires, a dotted arrow from the user of a service");
        line("to its provider. Rounded boxes are libraries. The graph omits the modules of the JDK, and every arrow");
        line("that follows from two others.");
        mermaid();
        modules("Modules of cco", module -> !module.isLibrary());
        modules("Libraries with a descriptor from cco", ReactorModule::isLibrary);
        services();
        libraries();
        footer();
    }

    private void mermaid() {
        line("");
        line("```mermaid");
        page.append(Mermaid.of(Diagram.of(pages)));
        line("```");
    }

    private void modules(String title, Predicate<ReactorModule> wanted) {
        List<ReactorModule> modules = pages.modules().stream().filter(wanted).toList();
        table(title, "module", "purpose");
        modules.forEach(module -> row(links.to(module.name()), module.source().purpose()));
    }

    private void services() {
        Services services = pages.services();
        table("Services", "service", "used by", "provided by");
        for (String service : services.names()) {
            row(links.toClass(service), links.toAll(services.users(service)), links.toAll(services.providers(service)));
        }
        if (pages.hasGuide()) {
            line("");
            line("To provide one of them from outside cco, see [how to write a plugin](" + Pages.GUIDE + ").");
        }
    }

    private void libraries() {
        table("Third-party code in the image", "module", "version", "license", "descriptor", "kB");
        for (Library library : pages.libraries()) {
            row(
                    links.to(library.name()),
                    library.version(),
                    library.license(),
                    library.hasOwnDescriptor() ? "its own" : "from cco",
                    String.valueOf(library.kilobytes()));
        }
        row(
                "total",
                "",
                "",
                "",
                String.valueOf(
                        pages.libraries().stream().mapToLong(Library::kilobytes).sum()));
        line("");
        line("Sizes are those of the classes and resources in `lib/modules` of the linked runtime: uncompressed and");
        line("without debug tables. 1 kB is 1000 bytes.");
    }

    private void footer() {
        line("");
        line("---");
        line("Generated from the module descriptors, their Javadoc, the comment behind each `requires`, and the");
        line("linked image. To update this page and the pages of the modules, run");
        line("`" + CommittedTexts.RENEW_COMMAND + "`.");
    }

    private void table(String title, String... columns) {
        line("");
        line("## " + title);
        line("");
        row(columns);
        line("|" + " --- |".repeat(columns.length));
    }

    private void row(String... cells) {
        line("| " + String.join(" | ", cells) + " |");
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
