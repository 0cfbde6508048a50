package io.userports.p1;

import static io.userports.p1.Severity.ERROR;
import static io.userports.p1.Severity.INFORMATION;
import static io.userports.p1.Severity.WARNING;

/** What strict reading asks of a telegram, R19 and R20 of a sequence of them. */
public enum Rule {
    R01(ERROR, "A telegram begins with /, three letters and 5; Flemish meters say FLU5.", "DSMR 5.0.2 P1 §6.2"),
    R02(ERROR, "An empty line follows the header.", "DSMR 5.0.2 P1 §6.2"),
    R03(ERROR, "Every line is printable ASCII and ends with CR LF.", "DSMR 5.0.2 P1 §6.2"),
    R04(ERROR, "There is one !, at the start of the last line.", "DSMR 5.0.2 P1 §6.2"),
    R05(ERROR, "Four upper-case hexadecimal digits and CR LF follow the !.", "DSMR 5.0.2 P1 §6.2"),
    R06(ERROR, "The digits are the CRC-16/ARC of everything from / to !.", "DSMR 5.0.2 P1 §6.2"),
    R07(ERROR, "A line is a reduced OBIS code and at least one group in parentheses.", "DSMR 5.0.2 P1 §6.4"),
    R08(ERROR, "No code stands twice.", "DSMR 5.0.2 P1 §6.12"),
    R09(ERROR, "Every object that the announced edition always sends is there.", "eMUCS-P1 1.7.1"),
    R10(ERROR, "The values of a known object have its format.", "DSMR 5.0.2 P1 §6.12"),
    R11(ERROR, "A time is one that clocks in Brussels show, its letter included.", "DSMR 5.0.2 P1 §6.4"),
    R12(ERROR, "The history has as many months as it announces, at most 13, in order.", "eMUCS-P1 1.7.1"),
    R13(ERROR, "An octet string is an even number of upper-case hexadecimal digits.", "DSMR 5.0.2 P1 §6.4"),
    R14(ERROR, "The powers of the phases sum up to the net power.", "eMUCS-P1 1.6"),
    R15(ERROR, "Objects of L2 and L3 are all there or none is.", "eMUCS-P1 1.7.1"),
    R16(ERROR, "L2 of a delta network shows no voltage and no power.", "eMUCS-P1 1.7.1"),
    R17(ERROR, "A sub-meter has a channel from 1 to 4, a type, an id and the register of its type.", "eMUCS-P1 1.7.1"),
    R18(ERROR, "A telegram takes less than a second of the line.", "DSMR 5.0.2 P1 §6.1"),
    R19(ERROR, "The time advances by one second a telegram.", "DSMR 5.0.2 P1 §6.1"),
    R20(ERROR, "Energy registers and the running demand do not fall; power flows one way.", "eMUCS-P1 1.7.1"),
    R21(INFORMATION, "What this catalogue does not know is no error.", "brochure 4.5.1"),
    R22(WARNING, "Values are as wide as the announced edition writes them.", "DSMR 5.0.2 P1 §6.12");

    private final Severity level;
    private final String text;
    private final String clause;

    Rule(Severity level, String text, String clause) {
        this.level = level;
        this.text = text;
        this.clause = clause;
    }

    /** {@return how much breaking this rule matters, unless a case is milder} */
    public Severity level() {
        return level;
    }

    /** {@return the rule in a sentence} */
    public String text() {
        return text;
    }

    /** {@return where the rule comes from} */
    public String clause() {
        return clause;
    }
}
