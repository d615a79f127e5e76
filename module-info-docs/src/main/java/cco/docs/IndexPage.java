package cco.docs;

import java.util.List;
import java.util.function.Predicate;

/** MODULES.md: the picture, every module in a sentence, the services and their providers, the libraries. */
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
        line("![How the modules depend on each other](" + Pages.PICTURE + ")");
        line("");
        line("A grey arrow leads from a module to one that it requires, a dotted blue one from the module that");
        line("uses a service to one that provides it. Rounded boxes are libraries. What other arrows imply is left");
        line("out, and so are the JDK's modules.");
        mermaid();
        modules("Our modules", module -> !module.isLibrary());
        modules("Libraries that we give a descriptor", ReactorModule::isLibrary);
        services();
        libraries();
        footer();
    }

    private void mermaid() {
        line("");
        line("<details><summary>The same as text</summary>");
        line("");
        line("```mermaid");
        page.append(Mermaid.of(Diagram.of(pages)));
        line("```");
        line("");
        line("</details>");
    }

    private void modules(String title, Predicate<ReactorModule> wanted) {
        List<ReactorModule> modules = pages.modules().stream().filter(wanted).toList();
        table(title, "module", "what it is for");
        modules.forEach(module -> row(links.to(module.name()), module.source().purpose()));
    }

    private void services() {
        Services services = pages.services();
        table("Services", "service", "used by", "provided by");
        for (String service : services.names()) {
            row(
                    links.toClass(service),
                    links.toThese(services.users(service)),
                    links.toThese(services.providers(service)));
        }
        if (pages.hasGuide()) {
            line("");
            line("Whoever wants to provide one from outside: [how to write a plugin](" + Pages.GUIDE + ").");
        }
    }

    private void libraries() {
        table("Third-party code in the image", "module", "version", "licence", "descriptor", "kB");
        for (Library library : pages.libraries()) {
            row(
                    links.to(library.name()),
                    library.version(),
                    library.licence(),
                    library.hasOwnDescriptor() ? "its own" : "given by us",
                    String.valueOf(library.kilobytes()));
        }
        row(
                "together",
                "",
                "",
                "",
                String.valueOf(
                        pages.libraries().stream().mapToLong(Library::kilobytes).sum()));
        line("");
        line("The size is that of the classes and resources in `lib/modules` of the linked runtime, which holds them");
        line("unpacked and without debug tables; 1 kB is 1000 bytes.");
    }

    private void footer() {
        line("");
        line("---");
        line("This page and those that it leads to are generated from the module descriptors, their Javadoc, the");
        line("comments behind each `requires`, and the linked image.");
        line("`" + CommittedTexts.RENEW_COMMAND + "` renews them.");
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
