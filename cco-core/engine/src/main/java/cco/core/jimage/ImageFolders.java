package cco.core.jimage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The folders {@code /modules} and {@code /packages} of an image, in the order in which the JDK writes them: the
 * folders of each module from the deepest up, {@code /modules}, the packages by name, {@code /packages}.
 */
final class ImageFolders {

    /**
     * A folder and what it leads to.
     *
     * @param children indices of resources, or of folders if at least the number of resources
     * @param modules for a package, the modules that have it
     */
    record Folder(String module, String base, List<Integer> children, List<PackageModule> modules) {

        /** Returns the size of the content in bytes. */
        int size() {
            return 4 * children.size() + 8 * modules.size();
        }
    }

    /** A module that has a package, and whether it has resources in it or only in packages below. */
    record PackageModule(String module, boolean empty) {}

    private static final class Node {
        private final Map<String, Node> children = new TreeMap<>();
        private int resource = -1;
    }

    private final int resources;
    private final Node root = new Node();
    private final Map<String, Map<String, Boolean>> packages = new TreeMap<>();
    private final List<Folder> folders = new ArrayList<>();

    private ImageFolders(int resources) {
        this.resources = resources;
    }

    /** Returns the folders of these resources. */
    static List<Folder> of(List<ImageResource> resources) {
        ImageFolders tree = new ImageFolders(resources.size());
        for (int i = 0; i < resources.size(); i++) {
            tree.add(resources.get(i), i);
        }
        tree.addFolder(tree.root, "", "/modules");
        tree.addPackageFolders();
        return tree.folders;
    }

    private void add(ImageResource resource, int index) {
        Node node = root.children.computeIfAbsent(resource.module(), _ -> new Node());
        if (!resource.parent().isEmpty()) {
            for (String name : resource.parent().split("/")) {
                node = node.children.computeIfAbsent(name, _ -> new Node());
            }
        }
        node.children.computeIfAbsent(resource.fileName(), _ -> new Node()).resource = index;
        addPackages(resource);
    }

    /** Adds the package of a resource, and those above it, which may have no resources of their own. */
    private void addPackages(ImageResource resource) {
        String folder = resource.parent();
        boolean empty = false;
        while (!folder.isEmpty()) {
            addPackage(packageName(resource.module(), folder), resource.module(), empty);
            folder = folder.substring(0, Math.max(0, folder.lastIndexOf('/')));
            empty = true;
        }
    }

    private void addPackage(String name, String module, boolean empty) {
        if (!name.startsWith("META-INF")) {
            packages.computeIfAbsent(name, _ -> new TreeMap<>()).merge(module, empty, Boolean::logicalAnd);
        }
    }

    /**
     * Returns the name that jlink gives to a package. It mistakes a folder named {@code modules} or {@code packages…}
     * for one of its own, whose module is null, and cuts off the length of "null/" instead of the module's.
     */
    private static String packageName(String module, String folder) {
        String last = folder.substring(folder.lastIndexOf('/') + 1);
        boolean mistaken = last.equals("modules") || last.startsWith("packages");
        String name = mistaken ? (module + '/' + folder).substring("null/".length()) : folder;
        return name.replace('/', '.');
    }

    private int addFolder(Node node, String module, String base) {
        List<Integer> children = new ArrayList<>();
        String prefix = module.isEmpty() ? "" : base + '/';
        node.children.forEach((name, child) ->
                children.add(child.children.isEmpty() ? child.resource : addFolder(child, "modules", prefix + name)));
        folders.add(new Folder(module, base, children, List.of()));
        return resources + folders.size() - 1;
    }

    private void addPackageFolders() {
        List<Integer> children = new ArrayList<>();
        packages.forEach((name, modules) -> {
            children.add(resources + folders.size());
            folders.add(new Folder("packages", name, List.of(), owners(modules)));
        });
        folders.add(new Folder("", "/packages", children, List.of()));
    }

    /** Only the last module with resources counts as the owner of the content. */
    private static List<PackageModule> owners(Map<String, Boolean> modules) {
        String last = "";
        for (Map.Entry<String, Boolean> entry : modules.entrySet()) {
            last = entry.getValue() ? last : entry.getKey();
        }
        List<PackageModule> owners = new ArrayList<>();
        for (String module : modules.keySet()) {
            owners.add(new PackageModule(module, !module.equals(last)));
        }
        return owners;
    }
}
