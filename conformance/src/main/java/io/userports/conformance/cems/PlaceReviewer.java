package io.userports.conformance.cems;

import io.userports.conformance.cems.Review.Level;
import io.userports.conformance.cems.Review.Remark;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What strikes about where a CEMS shows its values: part of a {@link Review}. */
record PlaceReviewer(CemsSpec cems) {
    /** So much later a value may be seen, and the time that every CEMS has beside its interval still covers it. */
    private static final Duration USUAL_POLL = Duration.ofSeconds(1);

    List<Remark> remarks() {
        List<Remark> remarks = new ArrayList<>();
        operator().ifPresent(remarks::add);
        seldomAsked().ifPresent(remarks::add);
        nowhereToPost().ifPresent(remarks::add);
        shownNowhere().ifPresent(remarks::add);
        return remarks;
    }

    private Optional<Remark> operator() {
        int fastest = cems.claims().fastest();
        return fastest > 1 && cems.observe().stream().anyMatch(Observe::asksSomebody)
                ? Optional.of(new Remark(
                        Level.CONTRADICTION,
                        "claims.fastest",
                        "'" + fastest
                                + "' beside observe.operator: nobody reads a display faster than real time; leave it"
                                + " out"))
                : Optional.empty();
    }

    private Optional<Remark> seldomAsked() {
        return cems.observe().stream()
                .flatMap(o -> Optional.ofNullable(o.http()).stream())
                .filter(page -> page.every().milliseconds() > USUAL_POLL.toMillis())
                .findFirst()
                .map(page -> new Remark(
                        Level.NOTICE,
                        "observe.http.every",
                        "asked only every '" + page.every()
                                + "', a value is seen as much later than it is shown, and may"
                                + " count as late; ask more often, or claim an interval that holds both"));
    }

    private Optional<Remark> nowhereToPost() {
        return cems.observe().stream()
                .flatMap(o -> Optional.ofNullable(o.httpPush()).stream())
                .filter(push -> push.port() == 0 && !cems.start().mentions("{push}"))
                .findFirst()
                .map(push -> new Remark(
                        Level.CONTRADICTION,
                        "observe.http-push",
                        "listens at any free port, and nothing in start tells the CEMS which: write {push} there, or give"
                                + " 'listen' a port"));
    }

    /** Lines of the contract may show anything. */
    private Optional<Remark> shownNowhere() {
        Set<Quantity> nowhere = EnumSet.noneOf(Quantity.class);
        nowhere.addAll(cems.claims().shown());
        for (Observe place : cems.observe()) {
            if (place.meaning().isContract()) {
                return Optional.empty();
            }
            place.meaning().values().forEach(meaning -> meaning.shows().ifPresent(nowhere::remove));
        }
        return nowhere.isEmpty()
                ? Optional.empty()
                : Optional.of(new Remark(
                        Level.CONTRADICTION,
                        "claims.quantities",
                        nowhere.stream().map(Quantity::slug).collect(Collectors.joining(", "))
                                + " claimed, and nothing in observe says where it is shown; add it to values, or do not"
                                + " claim it"));
    }
}
