package dev.cordon.tenant;

import static java.util.Objects.requireNonNull;

/**
 * The unified audit log by Graph's queries, which Microsoft works off in minutes to hours, at most ten of a caller at once. A collection makes
 * its query and ends as {@link CollectionEnd.StillRunning} until Microsoft is done; asked again from the last page's place it goes on with the
 * same query, in another process too. Answers that say no more than "not yet" are not handed over. Only rows of workloads that the permission
 * reaches are given; where it does not reach all, the collection ends as cut off.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/resources/security-auditlogquery">auditLogQuery</a>
 */
public interface AuditLogQueries extends LogSource<AuditLogQueries.Position> {
    /**
     * Where a query goes on.
     *
     * @param question what is asked
     * @param progress what became of it
     */
    record Position(AuditQuestion question, Progress progress) {
        public Position {
            requireNonNull(question, "question is null");
            requireNonNull(progress, "progress is null");
        }

        /** The beginning. */
        public static Position start(AuditQuestion question) {
            return new Position(question, new Progress.NotAsked(0));
        }
    }

    /** What became of a question. */
    sealed interface Progress {
        /**
         * No query stands for it.
         *
         * @param failures how many failed
         */
        record NotAsked(int failures) implements Progress {
            public NotAsked {
                if (failures < 0) {
                    throw new IllegalArgumentException("Fewer than no failures: " + failures);
                }
            }
        }

        /**
         * A query was made and its rows are not read to the end.
         *
         * @param query which
         * @param failures how many failed before it
         */
        record Asked(Query query, int failures) implements Progress {
            public Asked {
                requireNonNull(query, "query is null");
                if (failures < 0) {
                    throw new IllegalArgumentException("Fewer than no failures: " + failures);
                }
            }
        }

        /**
         * The query succeeded.
         *
         * @param query which
         * @param pages how far its rows were read
         */
        record Succeeded(Query query, PageProgress pages) implements Progress {
            public Succeeded {
                requireNonNull(query, "query is null");
                requireNonNull(pages, "pages is null");
            }
        }
    }

    /**
     * A query as Microsoft knows it.
     *
     * @param id its id
     * @param beta whether the tenant knows queries in the beta version of Graph only
     */
    record Query(String id, boolean beta) {
        public Query {
            requireNonNull(id, "id is null");
            if (id.isBlank()) {
                throw new IllegalArgumentException("A query without an id cannot be asked for");
            }
        }
    }
}
