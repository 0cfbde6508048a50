package io.userports.p1;

/** What strict reading asks of the blocks of the sub-meters: rule R17. */
final class SubMeterRules {
    /** Where e-MUCS H 1.3 annex A had the id; every later edition uses 96.1.1. */
    private static final ObisCode FORMER_ID = ObisCode.of("0-0:96.1.0");

    private static final int CHANNELS = 4;

    private final ReadObjects objects;
    private final Findings findings;

    private SubMeterRules(ReadObjects objects, Findings findings) {
        this.objects = objects;
        this.findings = findings;
    }

    static void check(ReadObjects objects, Findings findings) {
        SubMeterRules rules = new SubMeterRules(objects, findings);
        int[] first = new int[CHANNELS + 1];
        int[] formerId = new int[CHANNELS + 1];
        for (int i = objects.size() - 1; i >= 0; i--) {
            ObisCode code = objects.object(i).code();
            if (code.a() != 0) {
                continue;
            }
            if (isOnImpossibleChannel(code)) {
                findings.add(Rule.R17, objects.position(i), code.toString(), "a channel from 1 to 4 for a sub-meter");
            } else if (code.b() > 0 && code.b() <= CHANNELS) {
                boolean former = code.onChannel(0).equals(FORMER_ID);
                formerId[code.b()] = former ? 1 : formerId[code.b()];
                P1Object kind = objects.kind(i);
                if (former || kind != null && kind.presence().ofSubMeter()) {
                    first[code.b()] = i + 1;
                }
            }
        }
        for (int channel = 1; channel <= CHANNELS; channel++) {
            if (first[channel] > 0) {
                rules.check(channel, first[channel] - 1, formerId[channel] > 0);
            }
        }
    }

    /** {@return whether {@code code} is that of a sub-meter's object, but its channel is none of 1 to 4} */
    static boolean isOnImpossibleChannel(ObisCode code) {
        if (code.a() != 0 || code.b() >= 1 && code.b() <= CHANNELS || code.b() == 0 && code.c() != 24) {
            return false;
        }
        return P1Object.of(code.onChannel(1))
                .filter(k -> k.presence().ofSubMeter())
                .isPresent();
    }

    private void check(int channel, int first, boolean formerId) {
        Position block = objects.position(first);
        int type = objects.find(P1Object.DEVICE_TYPE, channel);
        if (type < 0) {
            findings.add(Rule.R17, block, "no 0-" + channel + ":24.1.0 (device type)", "one for every sub-meter");
        } else {
            if (type != first) {
                String was = objects.object(first).code() + " before the device type";
                findings.add(Rule.R17, Severity.WARNING, block, was, "the device type first in its channel's block");
            }
            checkRegister(channel, objects.position(type));
        }
        if (!formerId && !objects.has(P1Object.DEVICE_ID, channel)) {
            findings.add(Rule.R17, block, "no 0-" + channel + ":96.1.1 (id of the device)", "one for every sub-meter");
        }
    }

    private void checkRegister(int channel, Position type) {
        String device = objects.value(P1Object.DEVICE_TYPE, channel);
        boolean gas = objects.has(P1Object.GAS_VOLUME, channel);
        boolean water = objects.has(P1Object.WATER_VOLUME, channel);
        switch (device) {
            case "003" -> require(gas, "0-" + channel + ":24.2.3 for gas", device, channel, type);
            case "007" -> require(gas || water, "0-" + channel + ":24.2.1 or 24.2.3 for water", device, channel, type);
            case "004" -> require(water, "0-" + channel + ":24.2.1 for heat", device, channel, type);
            default ->
                findings.add(
                        Rule.R17,
                        Severity.INFORMATION,
                        type,
                        "device type " + Quote.of(device),
                        "003 gas, 004 heat and 007 water; others may come");
        }
    }

    private void require(boolean there, String register, String device, int channel, Position type) {
        if (!there) {
            String was = "device type " + device + " on channel " + channel + " without its register";
            findings.add(Rule.R17, type, was, register);
        }
    }
}
