import java.io.IOException;
import java.util.Map;

/** What a check costs, by the number of versions that the manifest lists. */
final class VersionBench {

    private final Lab lab;
    private final Report report;

    VersionBench(Lab lab, Report report) {
        this.lab = lab;
        this.report = report;
    }

    void run(int rounds) throws IOException, InterruptedException {
        report.chapter("`cco update --check` by versions in the manifest");
        Timing timing = new Timing(lab.folder);
        for (int versions : new int[] {10, 1_000, 10_000}) {
            String app = "v" + versions;
            publish(app, versions);
            String check = "update " + app + " --check";
            lab.sh(lab.installOther(app, app, lab.root(app)) + "; " + lab.cco(Lab.INSTALLED, app, check));
            timing.add("tuf, " + versions, lab.cco(Lab.INSTALLED, app, check));
            String plain = "plain" + versions;
            lab.sh(lab.installOther(app, plain, "--trust sha256") + "; " + lab.cco(Lab.INSTALLED, plain, check));
            timing.add("sha256, " + versions, lab.cco(Lab.INSTALLED, plain, check));
        }
        Map<String, Timing.Least> results = timing.run(rounds);
        report.times(results, "tuf, 10");
    }

    private void publish(String app, int versions) throws IOException, InterruptedException {
        String aside = lab.moveAside("build");
        lab.sh("""
            export CCO_HOME=%1$s/publisher CCO_KEY_PASSPHRASE=bench
            %5$s; mkdir build
            printf '#!/bin/sh\\necho 9.0.0\\n' > build/%2$s; chmod +x build/%2$s
            %3$s/cco release init --app %2$s --repository www/%2$s
            %3$s/cco release add --app %2$s --version 9.0.0 --platform linux-x86_64 --repository www/%2$s build
            i=1
            while [ $i -lt %4$d ]; do
                printf '"0.1.%%d": { "date": "2026-01-01T00:00:00Z", "channels": ["stable"] },\\n' $i
                i=$((i+1))
            done > old-versions
            sed -i '/"versions": {/r old-versions' www/%2$s/version-manifest.json
            %3$s/cco release sign --repository www/%2$s""".formatted(lab.folder, app, lab.bundle, versions, aside));
    }
}
