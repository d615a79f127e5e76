package cco.core.session;

import cco.api.BadSettingException;
import cco.api.Origin;
import cco.api.Verifier;
import cco.core.config.Configuration;
import cco.core.config.SourceConfig;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.fetch.AnchorFiles;
import cco.core.http.SourceCredentials;
import cco.core.metadata.TrustAnchors;
import cco.core.model.AppName;
import cco.core.model.TrustModeName;
import cco.core.model.UntrustedBytes;
import cco.core.plugin.Providers;
import cco.core.trust.GpgMode;
import cco.core.trust.Sha256Mode;
import cco.core.trust.TrustMode;
import cco.core.trust.TufMode;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The release repositories of an app and the trust mode that protects them. All origins share one trust mode; otherwise
 * an attacker could block the strict one to force the lax one.
 *
 * @param name the ids of the sources, for the receipt and for messages
 * @param trust the trust mode of all origins
 * @param origins the release repositories, best first
 */
public record AppSources(String name, TrustMode trust, List<Origin> origins) {

    /**
     * The configured sources of an app.
     *
     * @param source the id of the only source to use, or nothing for all of them in order
     * @throws UsageException if there is no source, their trust modes differ, or a pinned key file is missing
     */
    public static AppSources configured(
            Configuration settings, EngineContext context, AppName app, Optional<String> source) throws CcoException {
        List<SourceConfig> tables =
                source.isPresent() ? List.of(settings.source(app, source.get())) : settings.sources(app);
        AppSources sources = configured(settings, context, tables.getFirst());
        for (SourceConfig table : tables.subList(1, tables.size())) {
            sources = sources.and(configured(settings, context, table));
        }
        return sources;
    }

    private static AppSources configured(Configuration settings, EngineContext context, SourceConfig table)
            throws CcoException {
        boolean signed = settings.updates(table.app()).verifySignatures();
        TrustModeName choice = table.trust().orElse(signed ? TrustModeName.TUF : TrustModeName.SHA256);
        TrustMode trust =
                switch (choice) {
                    case SHA256 -> new Sha256Mode();
                    case TUF -> new TufMode(pinned(context.anchors(table.app()), TufMode.ROOT));
                    case GPG -> new GpgMode(pinned(context.anchors(table.app()), GpgMode.KEYRING));
                };
        return of(settings, context, table, trust);
    }

    private static UntrustedBytes pinned(TrustAnchors anchors, String name) throws CcoException {
        return new UntrustedBytes(anchors.file(name).toString(), anchors.pinned(name));
    }

    /** One source; the configuration need not contain it yet. */
    public static AppSources of(Configuration settings, EngineContext context, SourceConfig table, TrustMode trust)
            throws CcoException {
        settings.pinned().requireTrust(table.app(), !(trust instanceof Sha256Mode));
        try {
            RepositoryLayout layout = RepositoryLayout.of(table);
            SourceCredentials credentials =
                    table.credentials(context.providers().sourceKeys(table.id()).orElse(Set.of()), context.env());
            List<Origin> origins =
                    context.providers().origins(table.id(), variables -> table.settings(variables, context.env()));
            return new AppSources(
                    table.id(),
                    trust,
                    origins.stream()
                            .map(credentials::protect)
                            .map(layout::apply)
                            .toList());
        } catch (BadSettingException e) {
            throw settings.refused(table, e);
        }
    }

    /** The pinned key files that verifiers may read; the trust mode's own key is there even before it is stored. */
    AnchorFiles pins(Path folder) {
        AnchorFiles stored = AnchorFiles.in(folder);
        return trust instanceof GpgMode(UntrustedBytes keyring)
                ? name -> name.equals(GpgMode.KEYRING) ? new ByteArrayInputStream(keyring.bytes()) : stored.open(name)
                : stored;
    }

    /**
     * The verifiers that the trust mode itself requires, for the manifest and for every archive.
     *
     * @throws cco.core.error.PluginException if one is missing
     */
    public List<Verifier> signatures(Providers providers) throws CcoException {
        return trust instanceof GpgMode ? providers.verifiers(List.of(GpgMode.VERIFIER)) : List.of();
    }

    private AppSources and(AppSources next) throws UsageException {
        if (!trust.id().equals(next.trust.id())) {
            throw new UsageException(
                    "the sources " + name + " and " + next.name + " have different trust modes, " + trust.id() + " and "
                            + next.trust.id(),
                    "give them the same trust mode, or name one of them in updates.source");
        }
        List<Origin> all = new ArrayList<>(origins);
        all.addAll(next.origins);
        return new AppSources(name + ", " + next.name, trust, List.copyOf(all));
    }
}
