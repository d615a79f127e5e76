package cco.publisher.packaging;

import cco.core.model.Printable;

/** Foreign text as a quoted string of a file format. The quotes are part of the result. */
final class Quoted {

    private Quoted() {}

    /** A string in double quotes, for JSON and YAML. */
    static String json(String text) {
        return "\"" + Printable.line(text).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** A Ruby string in double quotes, without interpolation. */
    static String ruby(String text) {
        String json = json(text);
        return json.replace("#", "\\#");
    }

    /** A PowerShell string in single quotes, of which PowerShell knows several. */
    static String powerShell(String text) {
        return "'" + Printable.line(text).replaceAll("['\u2018\u2019\u201a\u201b]", "''") + "'";
    }
}
