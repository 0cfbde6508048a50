package io.userports.vector;

import java.io.IOException;
import java.io.InputStream;

/** The reading of a file of vectors that is not on a disk, for tests outside this room; the schema is made once. */
public final class VectorReading {
    private static final VectorSchema SCHEMA = VectorSchema.of(Folder.packed().schemaTree());

    private VectorReading() {}

    public static VectorFile read(InputStream in, String name) throws IOException {
        return VectorFile.of(VectorText.of(name, in.readAllBytes()), SCHEMA);
    }
}
