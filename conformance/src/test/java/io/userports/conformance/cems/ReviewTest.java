package io.userports.conformance.cems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.userports.conformance.rig.Rig;
import io.userports.link.LinkSpec;
import io.userports.yaml.Amount;
import io.userports.yaml.StrictYaml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReviewTest {
    private static final Rig RIG = Rig.virtual(LinkSpec.parse("tcp:0"), Amount.parse("20 s"));

    private static final Set<Quantity> TRACERS =
            Set.of(Quantity.POWER_IMPORT, Quantity.POWER_EXPORT, Quantity.METER_TIME);

    private static Review review(String claims) throws IOException {
        String yaml =
                "{ vendor: a, product: b, version: c, start: { command: [d, '{p1}'] }, claims: {" + claims + "} }";
        return Review.of(
                StrictYaml.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "cems", CemsSpec.class)
                        .claims(),
                RIG,
                TRACERS);
    }

    @Test
    void theReferenceGivesNoCauseForARemark() {
        assertEquals(
                List.of(),
                Review.of(CemsSpec.of(CemsSpec.REFERENCE).claims(), RIG, TRACERS)
                        .remarks());
    }

    @Test
    void aModestCemsGivesNoCauseForARemark() throws IOException {
        assertEquals(
                List.of(),
                review("ports: [p1], quantities: [power-import, gas-volume], freshness: 10 s")
                        .remarks());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ports: [], quantities: [], freshness: 5 s"
                        + " | presupposition: claims.quantities: no quantity is claimed,",
                "ports: [p1, s1], quantities: [power-import], freshness: 5 s"
                        + " | presupposition: claims.ports: S1 is claimed and no quantity that is read from it,",
                "ports: [p1], quantities: [gas-volume], freshness: 5 s"
                        + " | presupposition: claims.quantities: none of meter-time, power-import, power-export is claimed,",
                "ports: [s1], quantities: [s1-meter-id, s1-lost], freshness: 5 s"
                        + " | presupposition: claims.quantities: no figure of S1 that is measured is claimed,",
                "ports: [p1], quantities: [{quantity: power-import, resolution: 20 W}], freshness: 5 s"
                        + " | presupposition: claims.quantities: power-import is shown in steps of 0.020 kW",
                "ports: [p1], quantities: [power-import], freshness: 5 s, interval: 10 s"
                        + " | contradiction: claims.freshness: '5 s' is shorter than the interval '10 s'",
                "ports: [p1], quantities: [power-import], freshness: 10 min"
                        + " | notice: claims.freshness: for '10 min' a meter without consent looks alive,",
                "ports: [p1], quantities: [power-import], freshness: 60 s, interval: 30 s"
                        + " | presupposition: claims.interval: no value is shown anew within the '20 s'",
                "ports: [p1], quantities: [power-import, voltage-l2], freshness: 5 s, wirings: [single-phase]"
                        + " | contradiction: claims.wirings: voltage-l2 of meters of three phases claimed,",
                "ports: [s1], quantities: [s1-power, s1-current-rms-l3], freshness: 5 s, wirings: [single-phase]"
                        + " | contradiction: claims.wirings: s1-current-rms-l3 of meters of three phases claimed,",
                "ports: [p1], quantities: [power-import, demand-peak], freshness: 5 s, editions: [50215, 50216]"
                        + " | contradiction: claims.editions: demand-peak claimed, which no claimed edition (50215, 50216)",
                "ports: [p1], quantities: [power-import, gas-time], freshness: 5 s"
                        + " | notice: claims.quantities: gas-time is claimed without gas-volume,",
            })
    void whatStrikesIsToldOnce(String claims, String remark) throws IOException {
        List<String> remarks =
                review(claims).remarks().stream().map(Review.Remark::toString).toList();
        assertEquals(1, remarks.size(), remarks::toString);
        assertTrue(remarks.get(0).startsWith(remark), remarks.get(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "operator: {} | fastest: 2"
                        + " | contradiction: claims.fastest: '2' beside observe.operator: nobody reads a display faster than"
                        + " real time; leave it out",
                "http: {url: 'http://h/', every: 2 s}, mapping: contract | interval: 2 s"
                        + " | notice: observe.http.every: asked only every '2 s', a value is seen as much later than it is"
                        + " shown, and may count as late; ask more often, or claim an interval that holds both",
                "http: {url: 'http://h/'}, mapping: contract | interval: 1 s |",
                "http-push: {}, mapping: contract | interval: 1 s"
                        + " | contradiction: observe.http-push: listens at any free port, and nothing in start tells the CEMS"
                        + " which: write {push} there, or give 'listen' a port",
                "http-push: {listen: '127.0.0.1:8099'}, mapping: contract | interval: 1 s |",
                "stdout: {}, values: [{at: /p, quantity: power-net}] | interval: 1 s"
                        + " | contradiction: claims.quantities: power-import claimed, and nothing in observe says where it is"
                        + " shown; add it to values, or do not claim it",
                "stdout: {}, values: [{at: /p, quantity: power-import}] | interval: 1 s |",
            })
    void whatStrikesAboutAPlaceIsTold(String place, String claim, String remark) throws IOException {
        String yaml = "{ vendor: a, product: b, version: c, start: { command: [d, '{p1}'] }, observe: [{" + place
                + "}], claims: { ports: [p1], quantities: [power-import], freshness: 5 s, " + claim + " } }";
        CemsSpec cems = StrictYaml.read(
                new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "cems", CemsSpec.class);
        assertEquals(
                remark == null ? List.of() : List.of(remark),
                Review.of(cems, RIG, TRACERS).remarks().stream()
                        .map(Review.Remark::toString)
                        .toList());
    }

    @Test
    void aRigWithoutS1AnswersNothingAboutIt() {
        Rig p1 = new Rig("", RIG.p1(), Optional.empty(), RIG.patience(), RIG.faults());
        assertEquals(
                List.of(
                        "presupposition: claims.ports: S1 is claimed and this rig has none, so its scenarios are N/A; use"
                                + " a rig with both ports"),
                Review.of(CemsSpec.of(CemsSpec.REFERENCE).claims(), p1, TRACERS).remarks().stream()
                        .map(Review.Remark::toString)
                        .toList());
    }

    @Test
    void itIsOneJsonObject() throws IOException {
        JsonNode json = new ObjectMapper()
                .readTree(review("ports: [p1], quantities: [power-import, {quantity: gas-time, interval: 5 min}],"
                                + " freshness: 5 s, editions: [50217], wirings: [delta]")
                        .json());
        assertEquals(
                new ObjectMapper()
                        .readTree(
                                """
                                {
                                  "claims": {
                                    "ports": ["p1"],
                                    "quantities": [
                                      {"quantity": "power-import"},
                                      {"quantity": "gas-time", "interval": "5 min"}
                                    ],
                                    "freshness": "5 s", "interval": "1 s", "recovery": 5, "fastest": 1,
                                    "editions": ["50217"], "wirings": ["delta"]
                                  },
                                  "remarks": [
                                    {
                                      "level": "notice",
                                      "key": "claims.quantities",
                                      "says": "%s"
                                    }
                                  ]
                                }
                                """
                                        .formatted("gas-time is claimed without gas-volume, so a wrong reading is not"
                                                + " noticed; claim it if it is shown")),
                json);
    }
}
