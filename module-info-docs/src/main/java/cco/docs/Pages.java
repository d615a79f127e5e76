package cco.docs;

import java.lang.module.ModuleDescriptor;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the pages tell of.
 *
 * @param modules all that the reactor builds, in its order
 * @param libraries those in the image
 * @param hasGuide whether there is a guide to link to
 */
record Pages(List<ReactorModule> modules, List<Library> libraries, boolean hasGuide) {

    static final String INDEX = "MODULES.md";
    static final String GUIDE = "PLUGIN-GUIDE.md";
    static final String PICTURE = "modules.svg";
    static final String FOLDER = "modules";

    ModuleGraph graph() {
        Stream<ModuleDescriptor> linked = libraries.stream().map(Library::descriptor);
        return new ModuleGraph(Stream.concat(modules.stream().map(ReactorModule::descriptor), linked)
                .toList());
    }

    Services services() {
        return new Services(modules);
    }
}
