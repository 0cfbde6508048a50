package io.userports.conformance.reference;

import io.userports.wire.UserPort;
import io.userports.yaml.InputException;
import io.userports.yaml.Quoted;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A mistake that real CEMS make, one each. */
public enum Defect {
    NONE("none: the reference as it is", Habits::new, UserPort.P1, UserPort.S1),
    FIXED_ORDER(
            "takes objects by their place in the first telegram, not by their code", ReadingMistakes.FixedOrder::new),
    UNKNOWN_FATAL(
            "refuses a telegram with an object or an edition that it does not know", ReadingMistakes.UnknownFatal::new),
    NO_CRC_CHECK("believes telegrams whatever their CRC, and parts of telegrams", ReadingMistakes.NoCrcCheck::new),
    FIXED_MBUS_CHANNEL("expects gas on channel 1 and water on channel 2", ReadingMistakes.FixedMbusChannel::new),
    WATER_AS_GAS("takes the last volume for gas, whatever the device type", MeaningMistakes.WaterAsGas::new),
    DUTCH_TARIFF("takes tariff 1 for night, as in the Netherlands", MeaningMistakes.DutchTariff::new),
    INTEGER_CURRENT("cuts the decimals off currents", MeaningMistakes.IntegerCurrent::new),
    DIVIDES_BY_U2("works out the current of L2 from its power and voltage", MeaningMistakes.DividesByU2::new),
    ABSOLUTE_POWER("adds the magnitudes of the phase powers in delta", MeaningMistakes.AbsolutePower::new),
    BUFFER_1500("has no room for telegrams over 1500 octets", ReadingMistakes.Buffer1500::new),
    KEEPS_STALE("never says that its values are old", ReadingMistakes.KeepsStale::new, UserPort.P1, UserPort.S1),
    ZERO_FOR_ABSENT("shows 0 for what it does not have", MeaningMistakes.ZeroForAbsent::new, UserPort.P1, UserPort.S1),
    EMPTY_HISTORY_FATAL("crashes on a history without entries", ReadingMistakes.EmptyHistoryFatal::new),
    NEVER_SET_FATAL("refuses a telegram with a time that was never set", ReadingMistakes.NeverSetFatal::new),
    NO_RESTART("does not begin anew at the slash of the next telegram", ReadingMistakes.NoRestart::new),
    KEEPS_LAST_TEXT("keeps a text that the operator has taken back", MeaningMistakes.KeepsLastText::new),
    SWAPS_IMPORT_EXPORT("takes imported for exported power", MeaningMistakes.SwapsImportExport::new),
    IGNORES_DST_LETTER("keeps the time zone offset of the first telegram", MeaningMistakes.IgnoresDstLetter::new),
    TWO_STATES("takes everything but disconnected for connected", MeaningMistakes.TwoStates::new),
    REFUSES_DECREASE("keeps a register or a demand that was higher before", MeaningMistakes.RefusesDecrease::new),
    TALKS_BACK(
            "sends a request to a port that does not listen", ReadingMistakes.TalksBack::new, UserPort.P1, UserPort.S1),
    NEVER_ASKS("never asserts the data request of P1", ReadingMistakes.NeverAsks::new),
    ASKS_ONCE("lets the data request of P1 go when telegrams stop, for good", ReadingMistakes.AsksOnce::new),
    DIES_OF_BAD_VALUE("crashes on a value that is no number", MalformedMistakes.DiesOfBadValue::new),
    DIES_OF_BAD_TEXT("crashes on a text that is no pairs of hexadecimal digits", MalformedMistakes.DiesOfBadText::new),
    DIES_OF_NON_ASCII("crashes on an octet above 7F in a telegram", MalformedMistakes.DiesOfNonAscii::new),
    HANGS_AFTER_NOISE("reads no more of P1 after octets that are no telegram", MalformedMistakes.HangsAfterNoise::new),
    LEAKS_REJECTED(
            "takes the power of a telegram with a wrong CRC into the next good one",
            MalformedMistakes.LeaksRejected::new),
    PHANTOM_ZERO(
            "shows 0 for what it cannot read or measure", MalformedMistakes.PhantomZero::new, UserPort.P1, UserPort.S1),
    KEEPS_LAST_VALUE(
            "keeps the last value of what a telegram does not say or it cannot read",
            MalformedMistakes.KeepsLastValue::new),
    LINE_BUFFER_1024("has no room for lines over 1024 octets", MalformedMistakes.LineBuffer1024::new),
    STOPS_AT_BANG("takes every exclamation mark for the end of the telegram", MalformedMistakes.StopsAtBang::new),
    STRICT_UPPER_CRC("refuses a CRC in lower case", MalformedMistakes.StrictUpperCrc::new),
    STRICT_FOOTER("refuses a telegram with more than its CRC in the last line", MalformedMistakes.StrictFooter::new),
    CRC_OPTIONAL("believes telegrams without a CRC", MalformedMistakes.CrcOptional::new),
    ONLY_NEWER(
            "ignores a telegram that is not later than the last one by its own time", MalformedMistakes.OnlyNewer::new),
    FIXED_WIDTH(
            "refuses a telegram with a value of another width than in the first one",
            MalformedMistakes.FixedWidth::new),
    WANTS_FLU5("refuses a telegram whose header does not begin with FLU5", MalformedMistakes.WantsFlu5::new),
    SLOW_TO_RECOVER("ignores ten good telegrams after a bad one", MalformedMistakes.SlowToRecover::new),
    ENDS_AT_PAUSE("gives a telegram up that pauses for more than 100 ms", MalformedMistakes.EndsAtPause::new),
    SPLITS_ON_7E("splits S1 at every octet 7E", S1Mistakes.SplitsOn7e::new, UserPort.S1),
    UNESCAPES_7D(
            "splits S1 at every octet 7E and takes 7D for an escape, as PPP does",
            S1Mistakes.Unescapes7d::new,
            UserPort.S1),
    CONSTANT_2600(
            "takes 2600 Hz for the sample rate, whatever the stream says", S1Mistakes.Constant2600::new, UserPort.S1),
    ASSUMES_120(
            "takes the voltages of a delta network for three that stand 120 degrees apart",
            S1Mistakes.Assumes120::new,
            UserPort.S1),
    U2_BROKEN("takes samples of 0 V on L2 for a broken sensor", S1Mistakes.U2Broken::new, UserPort.S1),
    CURRENT_16_BIT("reads two of the three octets of a current", S1Mistakes.Current16Bit::new, UserPort.S1),
    CURRENT_UNSIGNED("reads currents without their sign", S1Mistakes.CurrentUnsigned::new, UserPort.S1),
    SEQUENCE_WRAPS_TO_1("expects sequence number 1 after 255", S1Mistakes.SequenceWrapsTo1::new, UserPort.S1),
    IGNORES_VALID_BIT(
            "measures with samples that are said to be corrupted", S1Mistakes.IgnoresValidBit::new, UserPort.S1),
    LOCKS_UP_ON_UNKNOWN_VERSION(
            "reads no more of S1 after a telegram of an unknown layout",
            S1Mistakes.LocksUpOnUnknownVersion::new,
            UserPort.S1),
    NO_FCS_CHECK("believes S1 telegrams whatever their check sequence", S1Mistakes.NoFcsCheck::new, UserPort.S1),
    LOSES_SYNC_AFTER_GAP("reads no more of S1 after a gap", S1Mistakes.LosesSyncAfterGap::new, UserPort.S1),
    NON_INTEGER_PERIOD(
            "averages over 22.5 ms, which are no whole number of periods",
            S1Mistakes.NonIntegerPeriod::new,
            UserPort.S1),
    DIES_OF_SHORT_FRAME(
            "crashes on an S1 frame that is shorter than a telegram",
            S1FrameMistakes.DiesOfShortFrame::new,
            UserPort.S1),
    TAKES_ANY_ADDRESS(
            "believes S1 frames to another address or with another control octet",
            S1FrameMistakes.TakesAnyAddress::new,
            UserPort.S1),
    BELIEVES_LENGTH(
            "goes on behind the end that the length of a bad S1 frame promises",
            S1FrameMistakes.BelievesLength::new,
            UserPort.S1),
    HUNTS_TWO_FLAGS(
            "begins an S1 telegram at two flags in a row only and takes 43 octets from there",
            S1FrameMistakes.HuntsTwoFlags::new,
            UserPort.S1),
    FIXED_45(
            "takes every 45 octets for an S1 telegram once it has found one",
            S1FrameMistakes.Fixed45::new,
            UserPort.S1),
    COUNTS_GAPS("counts a gap of S1 as one lost telegram, however wide", S1FrameMistakes.CountsGaps::new, UserPort.S1),
    DROPS_REPEATS(
            "ignores an S1 telegram with the number of the one before", S1FrameMistakes.DropsRepeats::new, UserPort.S1),
    NEEDS_S1("shows nothing of P1 as long as S1 is silent", S1Mistakes.NeedsS1::new, UserPort.S1),
    DEAD("reads nothing and says nothing", ReadingMistakes.Dead::new, UserPort.P1, UserPort.S1);

    private final String description;
    private final Supplier<Habits> habits;
    private final Set<UserPort> ports;

    Defect(String description, Supplier<Habits> habits) {
        this(description, habits, UserPort.P1);
    }

    Defect(String description, Supplier<Habits> habits, UserPort first, UserPort... more) {
        this.description = description;
        this.habits = habits;
        this.ports = EnumSet.of(first, more);
    }

    /** {@return its name in {@code --cems defect:NAME}} */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@return what it does wrong} */
    public String description() {
        return description;
    }

    /** {@return the ports that it concerns} */
    public Set<UserPort> ports() {
        return Set.copyOf(ports);
    }

    /** {@return the defect of that name} */
    public static Defect of(String slug) {
        return Arrays.stream(values())
                .filter(d -> d.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> InputException.of(Quoted.of(slug) + " is no defect; known are "
                        + Arrays.stream(values())
                                .filter(d -> d != NONE)
                                .map(Defect::slug)
                                .collect(Collectors.joining(", "))));
    }

    Habits habits() {
        return habits.get();
    }
}
