package cco.core;

import cco.api.BadSettingException;
import cco.api.Origin;
import cco.core.config.Settings;
import cco.core.config.SourceTable;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.model.AppName;
import cco.core.plugin.Providers;
import cco.core.trust.TrustMode;
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

    private static final String DEFAULT_TRUST = "tuf";
    private static final String UNSIGNED_TRUST = "sha256";

    /**
     * What the configuration says of an app.
     *
     * @param source the one source to use, or nothing for all in their order
     * @throws UsageException if there is no source, or their trust modes differ
     */
    static Supply configured(Settings settings, Providers providers, AppName app, Optional<String> source)
            throws CcoException {
        List<SourceTable> tables =
                source.isPresent() ? List.of(settings.source(app, source.get())) : settings.sources(app);
        Supply supply = of(settings, providers, tables.getFirst());
        for (SourceTable table : tables.subList(1, tables.size())) {
            supply = supply.and(of(settings, providers, table));
        }
        return supply;
    }

    /** One source, whether or not it is configured yet. */
    static Supply of(Settings settings, Providers providers, SourceTable table) throws CcoException {
        boolean signed = settings.updates(table.app()).verifySignatures();
        String trust = table.trust().map(Object::toString).orElse(signed ? DEFAULT_TRUST : UNSIGNED_TRUST);
        try {
            List<Origin> origins = providers.source(table.id()).origins(table.settings());
            return new Supply(table.id(), TrustMode.named(trust), List.copyOf(origins));
        } catch (BadSettingException e) {
            throw settings.refused(table, e);
        }
    }

    private Supply and(Supply next) throws UsageException {
        if (!trust.equals(next.trust)) {
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
