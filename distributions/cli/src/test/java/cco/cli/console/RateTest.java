package cco.cli.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RateTest {

    private static final long SECOND = 1_000_000_000;

    private final Rate rate = new Rate();

    @Test
    void oneSample_givesNoSpeed() {
        rate.sample(5 * SECOND, 1_000_000);
        assertTrue(rate.perSecond().isEmpty());
        assertTrue(rate.secondsFor(10).isEmpty());
    }

    @Test
    void steadySpeed_isExact() {
        for (int i = 0; i <= 100; i++) {
            rate.sample(i * SECOND / 10, i * 250_000);
        }
        assertEquals(2_500_000, rate.perSecond().getAsDouble(), 0.01);
        assertEquals(OptionalLong.of(4), rate.secondsFor(10_000_000));
        assertEquals(OptionalLong.of(5), rate.secondsFor(10_000_100));
    }

    @Test
    void resumedBytes_doNotCountAsSpeed() {
        rate.sample(0, 900_000_000);
        rate.sample(SECOND, 900_001_000);
        assertEquals(1000, rate.perSecond().getAsDouble(), 0.01);
    }

    @Test
    void sampleWeight_fallsToAThirdInThreeSeconds() {
        rate.sample(0, 0);
        rate.sample(SECOND, 1000);
        rate.sample(4 * SECOND, 1000);
        assertEquals(1000 / Math.E, rate.perSecond().getAsDouble(), 0.01);
    }

    @Test
    void sampleAtTheSameTime_isIgnored() {
        rate.sample(0, 0);
        rate.sample(SECOND, 1000);
        rate.sample(SECOND, 5000);
        assertEquals(1000, rate.perSecond().getAsDouble(), 0.01);
    }

    @Test
    void standstill_hasNoTimeLeft() {
        rate.sample(0, 0);
        rate.sample(SECOND, 0);
        assertTrue(rate.secondsFor(10).isEmpty());
    }
}
