package io.userports.vector;

import java.util.List;

/** What a flag means: what it is, what harm a reader does that takes no heed, the clauses. */
public record Note(String is, String harm, List<String> clauses) {
    public Note {
        clauses = List.copyOf(clauses);
    }
}
