import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** Sizes of deltas between successive bundles, beside general tools on the same two tar files. */
final class DeltaBench {

    private static final int ROUNDS = 5;

    private final Lab lab;
    private final Report report;

    DeltaBench(Lab lab, Report report) {
        this.lab = lab;
        this.report = report;
    }

    /** @param bumps pairs of archives between which more changes than a few classes */
    void run(List<Path> history, List<Path> bumps) throws IOException, InterruptedException {
        report.line("# Deltas between " + history.size() + " builds of cco, in bytes\n");
        report.line("By `distributions/bench/run 0` with the archives that `history` has built, on " + LocalDate.now()
                + ". Each delta of cco was applied,\nand gave the files and modes of the newer archive, before it was"
                + " published. The other tools compare the two tar files.\n");
        head();
        for (int i = 0; i + 1 < history.size(); i++) {
            row(history.get(i), history.get(i + 1));
        }
        allPairs(history);
        if (!bumps.isEmpty()) {
            report.chapter("Another version of a library, and of Java");
            head();
        }
        for (int i = 0; i + 1 < bumps.size(); i += 2) {
            row(bumps.get(i), bumps.get(i + 1));
        }
        apply(history.get(history.size() - 2), history.getLast());
    }

    private void head() {
        report.line("| from | to | cco | bsdiff | zstd -19 --patch-from | xdelta3 -9 | archive |");
        report.line("| --- | --- | ---: | ---: | ---: | ---: | ---: |");
    }

    private void allPairs(List<Path> history) throws IOException, InterruptedException {
        String sizes = lab.sh("""
            export CCO_HOME=%1$s/publisher; from=
            for archive in %2$s; do
                version=$(basename $archive | sed 's/cco-v\\(.*\\)-linux.*/\\1/')
                %3$s/cco --quiet release add --app cco --version $version --platform linux-x86_64 \
                    --repository all $archive
                [ -z "$from" ] || %3$s/cco --quiet release delta $version $from --repository all
                from="$from --from $version"
            done >&2
            find all -name '*.delta' -printf '%%s\\n' | sort -n""".formatted(
                        lab.folder, history.stream().map(Path::toString).collect(Collectors.joining(" ")), lab.bundle));
        List<String> sorted = sizes.lines().filter(line -> line.matches("\\d+")).toList();
        report.line("\nAll " + history.size() * (history.size() - 1) / 2 + " pairs, not only neighbours: "
                + sorted.size()
                + " deltas were applied and published, half of them\nof at most " + sorted.get(sorted.size() / 2)
                + " bytes, the largest of " + sorted.getLast() + ".");
    }

    /** An update of another app by the last delta, so that no start-up archive is made, beside an idle cco. */
    private void apply(Path from, Path to) throws IOException, InterruptedException {
        lab.sh("""
            for archive in %s %s; do
                mkdir build; tar -xzf $archive -C build; cd build/*
                rm runtime/lib/startup.classlist; sed -i /startup.classlist/d checksums.sha256
                version=$(./cco --version | sed 's/.* //'); cd ../..
                CCO_HOME=%s/publisher %s/cco release add --app other --executable cco --version $version \
                    --platform linux-x86_64 --repository www/other build/*
                rm -rf build
            done
            CCO_HOME=%3$s/publisher %4$s/cco release delta $version --repository www/other
            """.formatted(from, to, lab.folder, lab.bundle));
        lab.sh(lab.install(Lab.INSTALLED, lab.address(false), lab.root()));
        String before = lab.moveAside("new-user") + "; " + lab.installOther("other") + " --version " + name(from);
        String update = lab.cco(Lab.INSTALLED, "new-user", "update other --yes --version " + name(to));
        report.chapter("Applying the last delta");
        report.times(
                new Timing(lab.folder)
                        .add("`cco list`", lab.cco(Lab.INSTALLED, "list"))
                        .add("update by the delta", before, update)
                        .run(ROUNDS),
                "`cco list`");
        lab.sh(before);
        report.line("\nPeak memory: "
                + Peak.of(lab.folder, lab.cco(Lab.INSTALLED, "list")).megabytes("Main", true) + " MB of `cco list`, "
                + Peak.of(lab.folder, update).megabytes("Main", true) + " MB of the update.");
    }

    private void row(Path from, Path to) throws IOException, InterruptedException {
        String sizes = lab.sh("""
            rm -rf pair; mkdir pair; gunzip -c %1$s > pair/a; gunzip -c %2$s > pair/b
            bsdiff pair/a pair/b pair/bsdiff &
            bsdiff=$!
            zstd -q -19 --long=31 --patch-from=pair/a pair/b -o pair/zstd
            xdelta3 -9 -S lzma -B 512000000 -e -s pair/a pair/b pair/xdelta
            wait $bsdiff
            export CCO_HOME=%3$s/publisher
            for archive in %1$s %2$s; do
                version=$(basename $archive | sed 's/cco-v\\(.*\\)-linux.*/\\1/')
                %4$s/cco --quiet release add --app cco --version $version --platform linux-x86_64 \
                    --repository pair/r $archive
            done
            %4$s/cco --quiet release delta $version --repository pair/r
            stat -c %%s pair/r/v*/*.delta pair/bsdiff pair/zstd pair/xdelta | tail -n 4 |
                tr '\\n' ' '""".formatted(from, to, lab.folder, lab.bundle));
        List<String> words = List.of(sizes.strip().split("\\s+"));
        String[] size = words.subList(words.size() - 4, words.size()).toArray(String[]::new); // behind notes of zstd
        report.line("| %s | %s | **%s** | %s | %s | %s | %d |"
                .formatted(name(from), name(to), size[0], size[1], size[2], size[3], Files.size(to)));
    }

    private static String name(Path archive) {
        return archive.getFileName().toString().replaceAll("cco-v(.*)-linux.*", "$1");
    }
}
