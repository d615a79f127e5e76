package cco.core.schedule;

import cco.core.schedule.PendingNotices.Told;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The schedule as a TOML text of a simple form: one key a line, with a basic string or a number. Only cco writes it, so
 * that no whole parser is needed to read it.
 */
final class ScheduleText {

    private static final String TITLE = "# Kept by cco: when it looks for updates, and what it has to tell.\n";

    private static final String LAST_CHECK = "last_check";
    private static final String LAST_UPDATE = "last_update";
    private static final String NEXT_LOOK = "next_look";
    private static final String NOT_BEFORE = "not_before";
    private static final String SPREAD = "spread";
    private static final String FAILURES = "failures";
    private static final String NEWS = "news";
    private static final String FINDING = "finding";
    private static final String SUBJECT = "subject";
    private static final String TOLD = "told";
    private static final String TOLD_AT = "told_at";

    private final Map<String, String> values;

    private ScheduleText(Map<String, String> values) {
        this.values = values;
    }

    static String write(Schedule schedule) {
        StringBuilder text = new StringBuilder(TITLE);
        CheckTiming pace = schedule.pace();
        line(text, LAST_CHECK, pace.lastCheck());
        line(text, LAST_UPDATE, schedule.lastUpdate());
        number(text, NEXT_LOOK, pace.nextLook().getEpochSecond());
        line(text, NOT_BEFORE, Optional.of(pace.notBefore()));
        number(text, SPREAD, pace.spread());
        number(text, FAILURES, pace.failures());
        PendingNotices mailbox = schedule.mailbox();
        line(text, NEWS, mailbox.news());
        if (mailbox.finding().isPresent()) {
            line(text, SUBJECT, Optional.of(mailbox.finding().get().subject()));
            line(text, FINDING, Optional.of(mailbox.finding().get().notice()));
        }
        if (mailbox.told().isPresent()) {
            line(text, TOLD, Optional.of(mailbox.told().get().subject()));
            line(text, TOLD_AT, Optional.of(mailbox.told().get().at()));
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

    /** As a basic string (TOML 1.0); a notice has no control character but the ends of its lines. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    /** Nothing if the text is damaged: all that is lost then is when the last check was. */
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

    /** A text without its quotes, or a number as it stands. */
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
        CheckTiming pace = new CheckTiming(
                optionalTime(LAST_CHECK),
                Instant.ofEpochSecond(Long.parseLong(value(NEXT_LOOK))),
                time(NOT_BEFORE),
                number(SPREAD),
                number(FAILURES));
        Optional<Notice> news = values.containsKey(NEWS) ? Optional.of(notice(NEWS)) : Optional.empty();
        Optional<CheckStatus> finding = values.containsKey(FINDING)
                ? Optional.of(new CheckStatus(value(SUBJECT), notice(FINDING)))
                : Optional.empty();
        Optional<Told> told =
                values.containsKey(TOLD) ? Optional.of(new Told(value(TOLD), time(TOLD_AT))) : Optional.empty();
        return new Schedule(pace, optionalTime(LAST_UPDATE), new PendingNotices(news, finding, told));
    }

    private String value(String key) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException(key + " is missing");
        }
        return value;
    }

    private Instant time(String key) {
        return Instant.parse(value(key));
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
        return new Notice(List.of(value(key).split("\n")));
    }
}
