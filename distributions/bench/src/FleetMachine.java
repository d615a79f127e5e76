import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.SplittableRandom;

/** When a machine starts cco. All machines are in one time zone, the worst case for a server. */
sealed interface FleetMachine {

    /** The first time after another at which the machine starts cco. */
    Instant wakeAfter(Instant time);

    /** Always on, with the hourly timer of the bundle, whose delay within the hour is random. */
    record Server(SplittableRandom random, FleetScenario.Jitter jitter) implements FleetMachine {

        private static final int HOUR = 3600;

        @Override
        public Instant wakeAfter(Instant time) {
            long hour = time.getEpochSecond() / HOUR + 1;
            int delay = jitter == FleetScenario.Jitter.ON ? random.nextInt(HOUR) : 0;
            return Instant.ofEpochSecond(hour * HOUR + delay);
        }
    }

    /** In use from 8:00 to 9:30 until 17:00 on working days; its user runs a command every 15 minutes on average. */
    record Office(SplittableRandom random) implements FleetMachine {

        private static final int OPENS = 8 * 3600;
        private static final int LATECOMERS = 5400;
        private static final int CLOSES = 17 * 3600;
        private static final int PAUSE = 900;

        @Override
        public Instant wakeAfter(Instant time) {
            LocalDate day = LocalDate.ofInstant(time, ZoneOffset.UTC);
            long second = time.getEpochSecond() - start(day);
            while (true) {
                long from = Math.max(second, OPENS + random.nextInt(LATECOMERS));
                long wake = from + 1 + (long) (-PAUSE * StrictMath.log(1 - random.nextDouble()));
                if (wake < CLOSES && isWorkday(day)) {
                    return Instant.ofEpochSecond(start(day) + wake);
                }
                day = day.plusDays(1);
                second = 0;
            }
        }

        private static long start(LocalDate day) {
            return day.toEpochDay() * 24 * 3600;
        }

        private static boolean isWorkday(LocalDate day) {
            return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
        }
    }
}
