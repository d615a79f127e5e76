package cco.publisher.packaging;

import cco.core.model.AppName;
import cco.publisher.text.Template;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A formula for a Homebrew tap. */
final class HomebrewFormula {

    /** {@code brew services start cco} makes cco check for updates of the apps that it manages. */
    private static final String SERVICE = """

              service do
                run [opt_bin/"cco", "update", "--background"]
                run_type :interval
                interval 3600
              end""";

    private HomebrewFormula() {}

    /** The formula; empty if no build is for macOS or Linux, or the name of the app cannot be a Ruby class. */
    static Optional<String> of(PackageInfo info, PublishedBuilds builds) {
        String macos = system(info, builds, "macos", "darwin-arm64", "darwin-x86_64");
        String linux = system(info, builds, "linux", "linux-aarch64", "linux-x86_64");
        Optional<PublishedBuild> any = builds.any();
        if (macos.isEmpty() && linux.isEmpty()
                || !Character.isLetter(info.app().value().charAt(0))) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        values.put("class", className(info.app().value()));
        values.put("description", Quoted.ruby(info.description()));
        values.put("homepage", Quoted.ruby(info.homepage().value()));
        values.put("version", Quoted.ruby(info.version().toString()));
        values.put("license", Quoted.ruby(info.license()));
        values.put("macos", macos);
        values.put("linux", linux);
        values.put(
                "marker", PackageManager.HOMEBREW.marker(info.app(), info.app().value()));
        values.put("executable", Quoted.ruby(any.orElseThrow().executable()));
        values.put("app", Quoted.ruby(info.app().value()));
        values.put("service", info.app().equals(AppName.CCO) ? SERVICE : "");
        return Optional.of(Template.of(HomebrewFormula.class, "formula.rb").fill(values));
    }

    private static String system(PackageInfo info, PublishedBuilds builds, String system, String arm, String intel) {
        String blocks = builds.on(arm).map(build -> block(info, "arm", build)).orElse("")
                + builds.on(intel).map(build -> block(info, "intel", build)).orElse("");
        return blocks.isEmpty() ? "" : "\n  on_" + system + " do\n" + blocks + "  end\n";
    }

    private static String block(PackageInfo info, String processor, PublishedBuild build) {
        return """
                    on_%s do
                      url %s
                      sha256 "%s"
                    end
                """.formatted(
                        processor,
                        Quoted.ruby(info.url(build.archive())),
                        build.archive().sha256());
    }

    /** Homebrew derives the same name from the name of the file. */
    private static String className(String app) {
        StringBuilder name = new StringBuilder();
        boolean upper = true;
        for (char c : app.toCharArray()) {
            if ("-_.".indexOf(c) >= 0) {
                upper = true;
            } else {
                name.append(upper ? Character.toUpperCase(c) : c);
                upper = false;
            }
        }
        return name.toString();
    }
}
