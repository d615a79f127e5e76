package cco.core.schedule;

import cco.core.model.UtcTime;
import cco.core.schedule.PendingNotices.Shown;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The TOML text of a schedule: one key per line, with a basic string or a number. Only cco writes it, so a few lines of
 * code can read it.
 */
final class ScheduleText {

    private static final String TITLE =
            "# Written by cco: when it checks for updates, and the notices that it will show.\n";

    private static final String LAST_CHECK = "last_check";
    private static final String LAST_UPDATE = "last_update";
    private static final String NEXT_WAKE = "next_look";
    private static final String NOT_BEFORE = "not_before";
    private static final String JITTER = "spread";
    private static final String FAILURES = "failures";
    private static final String NEWS = "news";
    private static final String STATUS = "finding";
    private static final String SUBJECT = "subject";
    private static final String SHOWN = "told";
    private static final String SHOWN_AT = "told_at";

    private final Map<String, String> values;

    private ScheduleText(Map<String, String> values) {
        this.values = values;
    }

    static String write(Schedule schedule) {
        StringBuilder text = new StringBuilder(TITLE);
        CheckTiming timing = schedule.timing();
        line(text, LAST_CHECK, timing.lastCheck().map(UtcTime::text));
        line(text, LAST_UPDATE, schedule.lastUpdate().map(UtcTime::text));
        number(text, NEXT_WAKE, timing.nextWake().getEpochSecond());
        line(text, NOT_BEFORE, Optional.of(UtcTime.text(timing.notBefore())));
        number(text, JITTER, timing.jitter());
        number(text, FAILURES, timing.failures());
        PendingNotices notices = schedule.notices();
        line(text, NEWS, notices.news());
        if (notices.status().isPresent()) {
            line(text, SUBJECT, Optional.of(notices.status().get().subject()));
            line(text, STATUS, Optional.of(notices.status().get().notice()));
        }
        if (notices.lastShown().isPresent()) {
            line(text, SHOWN, Optional.of(notices.lastShown().get().subject()));
            line(
                    text,
                    SHOWN_AT,
                    Optional.of(UtcTime.text(notices.lastShown().get().at())));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String key, Optional<?> value) {
        if (value.isPresent()) {
            text.append(key)
                    .append(" = \"")
                    .append(escaped(value.get().toString()))
                    .append("\"\n");
        }
    }

    private static void number(StringBuilder text, String key, long value) {
        text.append(key).append(" = ").append(value).append('\n');
    }

    /** Escapes a basic string (TOML 1.0); line breaks are the only control characters in a notice. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    /** Reads a schedule; nothing if the text is damaged, which loses only the time of the last check. */
    static Optional<Schedule> read(String text) {
        ScheduleText parsed = new ScheduleText(new HashMap<>());
        for (String line : text.split("\n")) {
            int end = line.indexOf(" = ");
            if (end > 0) {
                parsed.values.put(line.substring(0, end), plain(line.substring(end + 3)));
            }
        }
        try {
            return Optional.of(parsed.schedule());
        } catch (DateTimeException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    /** Unquotes a string; returns a number unchanged. */
    private static String plain(String escaped) {
        if (!escaped.startsWith("\"")) {
            return escaped;
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 1; i < escaped.length() - 1; i++) {
            boolean escape = escaped.charAt(i) == '\\' && i + 1 < escaped.length();
            char c = escaped.charAt(escape ? ++i : i);
            plain.append(escape && c == 'n' ? '\n' : c);
        }
        return plain.toString();
    }

    private Schedule schedule() {
        CheckTiming timing = new CheckTiming(
                optionalTime(LAST_CHECK),
                Instant.ofEpochSecond(Long.parseLong(value(NEXT_WAKE))),
                time(NOT_BEFORE),
                number(JITTER),
                number(FAILURES));
        Optional<Notice> news = values.containsKey(NEWS) ? Optional.of(notice(NEWS)) : Optional.empty();
        Optional<CheckStatus> status = values.containsKey(STATUS)
                ? Optional.of(new CheckStatus(value(SUBJECT), notice(STATUS)))
                : Optional.empty();
        Optional<Shown> shown =
                values.containsKey(SHOWN) ? Optional.of(new Shown(value(SHOWN), time(SHOWN_AT))) : Optional.empty();
        return new Schedule(timing, optionalTime(LAST_UPDATE), new PendingNotices(news, status, shown));
    }

    private String value(String key) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException(key + " is missing");
        }
        return value;
    }

    private Instant time(String key) {
        return UtcTime.parse(value(key));
    }

    private Optional<Instant> optionalTime(String key) {
        return values.containsKey(key) ? Optional.of(time(key)) : Optional.empty();
    }

    private int number(String key) {
        int number = Integer.parseInt(value(key));
        if (number < 0) {
            throw new IllegalArgumentException(key + " is negative");
        }
        return number;
    }

    private Notice notice(String key) {
        return new Notice(List.of(value(key).split("\n", -1)));
    }
}
