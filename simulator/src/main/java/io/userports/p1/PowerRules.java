package io.userports.p1;

import java.util.List;
import java.util.OptionalLong;

/** What strict reading asks of the powers and voltages together: rules R14 and R16. */
final class PowerRules {
    /** The widest gap seen in real telegrams: the values are not sampled at the same moment. */
    private static final int TOLERANCE_WATTS = 5;

    private static final List<P1Object> L1 = List.of(P1Object.POWER_IMPORT_L1, P1Object.POWER_EXPORT_L1);
    private static final List<P1Object> L2 = List.of(P1Object.POWER_IMPORT_L2, P1Object.POWER_EXPORT_L2);
    private static final List<P1Object> L3 = List.of(P1Object.POWER_IMPORT_L3, P1Object.POWER_EXPORT_L3);
    private static final List<P1Object> NET = List.of(P1Object.POWER_IMPORT, P1Object.POWER_EXPORT);

    private PowerRules() {}

    static void check(ReadObjects objects, Findings findings) {
        checkSum(objects, findings);
        checkDelta(objects, findings);
    }

    private static void checkSum(ReadObjects objects, Findings findings) {
        OptionalLong net = difference(objects, NET);
        OptionalLong l1 = difference(objects, L1);
        if (net.isEmpty() || l1.isEmpty()) {
            return;
        }
        boolean polyphase = objects.has(P1Object.VOLTAGE_L2) || objects.has(P1Object.POWER_IMPORT_L2);
        OptionalLong l2 = polyphase ? difference(objects, L2) : OptionalLong.of(0);
        OptionalLong l3 = polyphase ? difference(objects, L3) : OptionalLong.of(0);
        if (l2.isEmpty() || l3.isEmpty()) {
            return;
        }
        long phases = l1.getAsLong() + l2.getAsLong() + l3.getAsLong();
        // each term was rounded to a whole watt, so it is off by half a watt at most
        int rounding = (polyphase ? 8 : 4) / 2;
        if (Math.abs(net.getAsLong() - phases) > TOLERANCE_WATTS + rounding) {
            String was = net.getAsLong() + " W net while the phases make " + phases + " W";
            String allowed = "a difference of at most " + (TOLERANCE_WATTS + rounding) + " W";
            findings.add(Rule.R14, objects.positionOf(P1Object.POWER_IMPORT), was, allowed);
        }
    }

    /** {@return imported minus exported power in watts; empty when either cannot be read} */
    private static OptionalLong difference(ReadObjects objects, List<P1Object> pair) {
        OptionalLong in = objects.thousandths(pair.get(0));
        OptionalLong out = objects.thousandths(pair.get(1));
        return in.isEmpty() || out.isEmpty() ? OptionalLong.empty() : OptionalLong.of(in.getAsLong() - out.getAsLong());
    }

    private static void checkDelta(ReadObjects objects, Findings findings) {
        OptionalLong voltage = objects.thousandths(P1Object.VOLTAGE_L2);
        if (voltage.isEmpty()) {
            return;
        }
        String grid = objects.value(P1Object.GRID, 0);
        if (voltage.getAsLong() != 0) {
            if (grid.equals("230")) {
                String was = objects.value(P1Object.VOLTAGE_L2, 0) + " at L2 of a delta network";
                findings.add(Rule.R16, objects.positionOf(P1Object.VOLTAGE_L2), was, "000.0*V, L2 being the reference");
            }
            return;
        }
        for (P1Object power : L2) {
            if (objects.thousandths(power).orElse(0) != 0) {
                String was = objects.value(power, 0) + " at L2, which has no voltage";
                findings.add(Rule.R16, objects.positionOf(power), was, "00.000*kW, L2 being the reference of delta");
            }
        }
        if (grid.equals("400")) {
            String was = "grid 400 while L2 has no voltage";
            findings.add(Rule.R16, objects.positionOf(P1Object.GRID), was, "grid 230, a delta network");
        }
    }
}
