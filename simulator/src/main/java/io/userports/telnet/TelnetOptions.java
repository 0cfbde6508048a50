package io.userports.telnet;

import java.util.HashSet;
import java.util.Set;

/**
 * Which options one side of a connection uses and lets the other use; it answers no answer, so that no loop begins (RFC 854):
 * not the agreement to what it offered or wished, nor the refusal of it.
 */
public final class TelnetOptions {
    private static final Set<Integer> KNOWN = Set.of(Telnet.BINARY, Telnet.SUPPRESS_GO_AHEAD, Telnet.COM_PORT);
    private static final byte[] NOTHING = {};

    /** What is offered or used by us, or wished or used of the other side. */
    private final Set<Integer> ours = new HashSet<>();

    private final Set<Integer> theirs = new HashSet<>();
    /** Of those, what is not answered yet. */
    private final Set<Integer> offered = new HashSet<>();

    private final Set<Integer> wished = new HashSet<>();

    /** {@return the offer to use {@code option}} */
    public byte[] will(int option) {
        ours.add(option);
        offered.add(option);
        return Telnet.negotiation(Telnet.WILL, option);
    }

    /** {@return the wish that the other side uses {@code option}} */
    public byte[] please(int option) {
        theirs.add(option);
        wished.add(option);
        return Telnet.negotiation(Telnet.DO, option);
    }

    /** {@return the answer to the other side's {@code verb}; no octets when that is itself an answer} */
    public byte[] answer(int verb, int option) {
        boolean wish = verb == Telnet.DO || verb == Telnet.DONT;
        Set<Integer> used = wish ? ours : theirs;
        boolean answered = (wish ? offered : wished).remove(option);
        int yes = wish ? Telnet.WILL : Telnet.DO;
        int no = wish ? Telnet.WONT : Telnet.DONT;
        if (verb == Telnet.DONT || verb == Telnet.WONT) {
            return used.remove(option) && !answered ? Telnet.negotiation(no, option) : NOTHING;
        }
        if (!KNOWN.contains(option)) {
            return Telnet.negotiation(no, option);
        }
        return used.add(option) ? Telnet.negotiation(yes, option) : NOTHING;
    }
}
