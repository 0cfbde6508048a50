package io.userports.conformance.cems;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.userports.conformance.rig.Rig;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What can be said of a {@code cems.yaml} before anything runs: whether its claims contradict each other, and whether they
 * meet what the scenarios presuppose.
 *
 * @param claims what was looked at, with what holds where a key was left out
 * @param remarks in the order in which a person wants to read them
 */
public record Review(Claims claims, List<Remark> remarks) {
    /** How grave a remark is. */
    public enum Level {
        /** Two claims cannot both be true. */
        CONTRADICTION,
        /** Requirements that must be met cannot be judged, or are not asked. */
        PRESUPPOSITION,
        /** It may be meant so. */
        NOTICE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One thing that strikes.
     *
     * @param level how grave it is
     * @param key the key of the file that it is about
     * @param says what is so, what follows, and what to do
     */
    public record Remark(Level level, String key, String says) {
        @Override
        public String toString() {
            return level + ": " + key + ": " + says;
        }
    }

    private static final JsonMapper JSON = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    public Review {
        remarks = remarks.stream().sorted(Comparator.comparing(Remark::level)).toList();
    }

    /**
     * {@return the review of {@code claims}}
     *
     * @param rig where it will be tested
     * @param tracers the quantities by which it can be seen which telegram of P1 was read
     */
    public static Review of(Claims claims, Rig rig, Set<Quantity> tracers) {
        return new Review(claims, new Reviewer(claims, rig, tracers).remarks());
    }

    /** {@return the review of {@code cems}: of its claims as {@link #of(Claims, Rig, Set)}, and of how it is observed} */
    public static Review of(CemsSpec cems, Rig rig, Set<Quantity> tracers) {
        List<Remark> remarks = new ArrayList<>(new Reviewer(cems.claims(), rig, tracers).remarks());
        remarks.addAll(new PlaceReviewer(cems).remarks());
        return new Review(cems.claims(), remarks);
    }

    /** {@return claims and remarks as one JSON object} */
    public String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("claims that cannot be written as JSON", e);
        }
    }
}
