package cco.cli.report;

import cco.cli.console.Console;
import cco.cli.console.DefaultAnswer;
import cco.cli.console.Style;
import cco.cli.console.Table;
import cco.cli.console.Units;
import java.util.ArrayList;
import java.util.List;

/** A table of available updates, with one event each. */
public final class OfferTable {

    private OfferTable() {}

    /** Prints the table. */
    public static void show(Console console, List<UpdateOffer> offers) {
        Table table = new Table("APP", "INSTALLED", "AVAILABLE", "DOWNLOAD", "REMARKS");
        for (UpdateOffer offer : offers) {
            table.row(
                    offer.release().critical() ? Style.MAGENTA : Style.PLAIN,
                    offer.app().value(),
                    offer.from().map(Object::toString).orElse("-"),
                    offer.release().version().toString(),
                    Units.bytes(offer.size()),
                    remarks(offer));
            console.event(offer.event("available"));
        }
        console.table(table);
    }

    /** Prints the table and asks one question about all of it. */
    public static boolean confirm(Console console, List<UpdateOffer> offers) {
        show(console, offers);
        boolean agreed = console.confirm(
                offers.size() == 1 ? "install this update?" : "install these " + offers.size() + " updates?",
                DefaultAnswer.YES);
        if (!agreed) {
            console.note("nothing changed");
        }
        return agreed;
    }

    private static String remarks(UpdateOffer offer) {
        List<String> remarks = new ArrayList<>();
        if (offer.release().critical()) {
            remarks.add("critical");
        }
        if (offer.release().breaking()) {
            remarks.add("breaking: read the release notes");
        }
        return String.join(", ", remarks);
    }
}
