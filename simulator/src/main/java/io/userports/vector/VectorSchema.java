package io.userports.vector;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The JSON schema that every file of vectors keeps, whatever its shape. */
final class VectorSchema {
    /** Where it stands in the folder. */
    static final String FILE = "vectors.schema.json";

    private static final Pattern IN_A_TEST = Pattern.compile("/tests/([0-9]+)(/.*)?");

    private final Schema schema;

    private VectorSchema(Schema schema) {
        this.schema = schema;
    }

    /** {@return the schema that {@code node} is} */
    static VectorSchema of(JsonNode node) {
        return new VectorSchema(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(node));
    }

    /** {@return everything in which the file departs from it} */
    List<String> complaints(VectorText file) {
        return schema.validate(file.root()).stream()
                .map(e -> complaint(file, e))
                .distinct()
                .toList();
    }

    private static String complaint(VectorText file, Error error) {
        String pointer = error.getInstanceLocation().toString();
        Matcher inATest = IN_A_TEST.matcher(pointer);
        if (inATest.matches()) {
            int test = Integer.parseInt(inATest.group(1));
            String key = inATest.group(2) == null ? "" : " " + inATest.group(2).substring(1);
            return file.where(test) + key + ": " + error.getMessage();
        }
        return file.name() + ": " + (pointer.isEmpty() ? "" : pointer.substring(1) + ": ") + error.getMessage();
    }
}
