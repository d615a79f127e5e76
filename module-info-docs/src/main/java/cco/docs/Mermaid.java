package cco.docs;

import cco.docs.Diagram.Arrow;
import cco.docs.Diagram.Box;

/** Writes a diagram in the language of <a href="https://mermaid.js.org">Mermaid</a>, which GitHub renders. */
final class Mermaid {

    private Mermaid() {}

    static String of(Diagram diagram) {
        StringBuilder text = new StringBuilder("graph LR\n");
        for (Box box : diagram.boxes()) {
            String shape = box.isLibrary() ? "([%s])" : "[%s]";
            text.append("    ")
                    .append(node(box.name()))
                    .append(shape.formatted(box.name()))
                    .append('\n');
        }
        for (Arrow arrow : diagram.arrows()) {
            String line = arrow.isRequirement() ? " --> " : " -. " + arrow.service() + " .-> ";
            text.append("    ")
                    .append(node(arrow.from()))
                    .append(line)
                    .append(node(arrow.to()))
                    .append('\n');
        }
        return text.toString();
    }

    /** In node names, {@code end} and dots have a meaning of their own in Mermaid. */
    private static String node(String module) {
        return "m_" + module.replace('.', '_');
    }
}
