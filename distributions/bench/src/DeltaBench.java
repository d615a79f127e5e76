import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** Sizes of deltas between successive bundles, beside general tools on the same two tar files. */
final class DeltaBench {

    private final Lab lab;
    private final Report report;

    DeltaBench(Lab lab, Report report) {
        this.lab = lab;
        this.report = report;
    }

    void run(List<Path> history) throws IOException, InterruptedException {
        report.line("# Deltas between " + history.size() + " builds of cco, in bytes\n");
        report.line("By `distributions/bench/run 0` with the archives that `history` has built, on " + LocalDate.now()
                + ". Each delta of cco was applied,\nand gave the files and modes of the newer archive, before it was"
                + " published. The other tools compare the two tar files.\n");
        report.line("| from | to | cco | bsdiff | zstd -19 --patch-from | xdelta3 -9 | archive |");
        report.line("| --- | --- | ---: | ---: | ---: | ---: | ---: |");
        for (int i = 0; i + 1 < history.size(); i++) {
            row(history.get(i), history.get(i + 1));
        }
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
