package cco.docs;

import java.lang.module.ModuleDescriptor;
import java.util.List;
import java.util.stream.Stream;

/**
 * The content of the generated pages.
 *
 * @param modules all named modules that the reactor builds, in build order
 * @param libraries the libraries in the image
 * @param hasGuide whether the plugin guide exists, so that pages can link to it
 */
record Pages(List<ReactorModule> modules, List<Library> libraries, boolean hasGuide) {

    static final String INDEX = "MODULES.md";
    static final String GUIDE = "PLUGIN-GUIDE.md";
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
