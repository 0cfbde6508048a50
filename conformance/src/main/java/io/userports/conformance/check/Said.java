package io.userports.conformance.check;

import io.userports.conformance.cems.Quantity;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a telegram says about one quantity, as far as anybody can tell: what a CEMS may show that has read it.
 *
 * <p>As a rule that is one value, or nothing where the telegram has none. Where the object stands twice with two values,
 * nobody can tell which counts: either is right, and so is to show none. Where the object is not as its format says, the
 * quantity is in dispute: whoever shows nothing is right, and so is whoever shows a number that stands there; of a text or a
 * time anything may have been made.
 *
 * @param values in canonical form; any of them is right
 * @param orNothing whether to show nothing is right too
 * @param orAnything whether nobody can tell what is wrong
 */
public record Said(Set<String> values, boolean orNothing, boolean orAnything) {
    /** Of a quantity that is not in the telegram: it must not be shown. */
    static final Said NOTHING = new Said(Set.of(), true, false);

    public Said {
        values = new LinkedHashSet<>(values);
    }

    /** {@return {@code values} were sent: one is to be shown, of several either or none} */
    static Said of(Set<String> values) {
        return new Said(values, values.size() != 1, false);
    }

    static Said of(String value) {
        return of(Set.of(value));
    }

    /** {@return {@code values} may be shown or not, as those in an object that is not as its format says} */
    static Said disputed(Set<String> values) {
        return new Said(values, true, false);
    }

    /** {@return whatever a text or a time that is not as its format says may be taken for} */
    static Said anything(Set<String> values) {
        return new Said(values, true, true);
    }

    /** {@return whether a CEMS that has read the telegram may show that} */
    boolean allows(Optional<String> shown, Tolerance tolerance) {
        return shown.map(value -> has(value, tolerance)).orElse(orNothing);
    }

    /** {@return whether {@code value} was sent, or may be what was} */
    boolean has(String value, Tolerance tolerance) {
        return orAnything || says(value, tolerance);
    }

    /** {@return whether {@code value} stands there, whatever else may be made of it} */
    boolean says(String value, Tolerance tolerance) {
        if (values.contains(value)) {
            return true;
        }
        for (String sent : values) {
            if (tolerance.same(value, sent)) {
                return true;
            }
        }
        return false;
    }

    /** {@return whether whoever shows one of them may as well have read the other} */
    boolean isLike(Said other, Tolerance tolerance) {
        return equals(other)
                || orNothing == other.orNothing
                        && orAnything == other.orAnything
                        && values.stream().allMatch(value -> other.says(value, tolerance))
                        && other.values.stream().allMatch(value -> says(value, tolerance));
    }

    /** {@return the one value that was sent, where there is no doubt} */
    Optional<String> value() {
        return orNothing ? Optional.empty() : values.stream().findFirst();
    }

    /** {@return what of {@code quantity} is expected, for people} */
    String text(Quantity quantity) {
        String all =
                values.stream().map(v -> Disagreement.withUnit(quantity, v)).collect(Collectors.joining(" or "));
        if (orAnything) {
            return quantity + ", illegible";
        }
        return quantity + " " + all + (orNothing ? values.isEmpty() ? "not shown" : ", or not shown" : "");
    }
}
