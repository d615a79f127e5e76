package cco.core;

import cco.api.BadSettingException;
import cco.api.Origin;
import cco.api.Verifier;
import cco.core.Session.Tools;
import cco.core.config.Anchors;
import cco.core.config.Env;
import cco.core.config.Settings;
import cco.core.config.SourceTable;
import cco.core.config.TrustChoice;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.fetch.Pins;
import cco.core.model.AppName;
import cco.core.plugin.Providers;
import cco.core.trust.GpgMode;
import cco.core.trust.Sha256Mode;
import cco.core.trust.TrustMode;
import cco.core.trust.TufMode;
import cco.core.trust.UntrustedBytes;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where an app's releases come from, and what has to vouch for them. All origins of a supply have one trust mode: if
 * they had several, whoever can block the strict one would choose the lax one.
 *
 * @param name the sources' ids, for the receipt and for messages
 * @param trust the trust mode of all origins
 * @param origins the release repositories, best first
 */
record Supply(String name, TrustMode trust, List<Origin> origins) {

    /**
     * What the configuration says of an app.
     *
     * @param source the one source to use, or nothing for all in their order
     * @throws UsageException if there is no source, their trust modes differ, or a mode's anchor is missing
     */
    static Supply configured(Settings settings, Tools tools, AppName app, Optional<String> source)
            throws CcoException {
        List<SourceTable> tables =
                source.isPresent() ? List.of(settings.source(app, source.get())) : settings.sources(app);
        Supply supply = configured(settings, tools, tables.getFirst());
        for (SourceTable table : tables.subList(1, tables.size())) {
            supply = supply.and(configured(settings, tools, table));
        }
        return supply;
    }

    private static Supply configured(Settings settings, Tools tools, SourceTable table) throws CcoException {
        boolean signed = settings.updates(table.app()).verifySignatures();
        TrustChoice choice = table.trust().orElse(signed ? TrustChoice.TUF : TrustChoice.SHA256);
        TrustMode trust = switch (choice) {
            case SHA256 -> new Sha256Mode();
            case TUF -> TufMode.anchoredIn(pinned(tools.anchors(table.app()), TufMode.ROOT));
            case GPG -> new GpgMode(pinned(tools.anchors(table.app()), GpgMode.KEYRING));
        };
        return of(settings, tools, table, trust);
    }

    private static UntrustedBytes pinned(Anchors anchors, String name) throws CcoException {
        return new UntrustedBytes(anchors.file(name).toString(), Anchors.read(anchors.file(name)));
    }

    /** One source, whether or not it is configured yet. */
    static Supply of(Settings settings, Tools tools, SourceTable table, TrustMode trust) throws CcoException {
        settings.pinned().requireTrust(table.app(), !(trust instanceof Sha256Mode));
        try {
            List<Origin> origins = tools.providers()
                    .origins(table.id(), variables -> table.settings(variables, Env.system()));
            return new Supply(table.id(), trust, origins);
        } catch (BadSettingException e) {
            throw settings.refused(table, e);
        }
    }

    /** What verifiers are shown of what is pinned: the mode's anchor, also before it is stored, and the folder's. */
    Pins pins(Path folder) {
        Pins stored = Pins.in(folder);
        return trust instanceof GpgMode(UntrustedBytes keyring)
                ? name -> name.equals(GpgMode.KEYRING) ? new ByteArrayInputStream(keyring.bytes()) : stored.open(name)
                : stored;
    }

    /**
     * The verifiers that the trust mode itself demands, of the manifest and of every archive.
     *
     * @throws cco.core.error.PluginException if one is missing
     */
    List<Verifier> signatures(Providers providers) throws CcoException {
        return trust instanceof GpgMode ? providers.verifiers(List.of(GpgMode.VERIFIER)) : List.of();
    }

    private Supply and(Supply next) throws UsageException {
        if (!trust.id().equals(next.trust.id())) {
            throw new UsageException(
                    "the sources " + name + " and " + next.name + " have different trust modes, " + trust.id() + " and "
                            + next.trust.id(),
                    "give them the same, or name one of them in updates.source");
        }
        List<Origin> all = new ArrayList<>(origins);
        all.addAll(next.origins);
        return new Supply(name + ", " + next.name, trust, List.copyOf(all));
    }
}
