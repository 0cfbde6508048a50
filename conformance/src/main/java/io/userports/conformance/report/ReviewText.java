package io.userports.conformance.report;

import io.userports.conformance.cems.Claims;
import io.userports.conformance.cems.Review;
import io.userports.conformance.check.Printable;
import java.util.ArrayList;
import java.util.List;

/** What a person reads of a review before the first scenario: what is claimed on one line, and each remark on its own. */
public final class ReviewText {
    private ReviewText() {}

    /** {@return the lines} */
    public static List<String> lines(Review review) {
        Claims claims = review.claims();
        List<String> lines = new ArrayList<>();
        lines.add("claims " + (claims.ports().isEmpty() ? "no port" : String.join(", ", claims.ports())) + "; "
                + counted(claims.shown().size(), "quantity", "quantities") + "; freshness " + claims.freshness()
                + ", interval " + claims.interval() + ", recovery within "
                + counted(claims.recovery(), "telegram", "telegrams"));
        review.remarks().forEach(remark -> lines.add(Printable.of("review " + remark)));
        return lines;
    }

    private static String counted(int count, String one, String more) {
        return count + " " + (count == 1 ? one : more);
    }
}
