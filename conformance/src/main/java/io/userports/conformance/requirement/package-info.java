/**
 * What is asked of a CEMS, by which clause, and which scenario asks it.
 *
 * <p>{@link io.userports.conformance.requirement.Requirements} come from {@code features/requirements.yaml},
 * {@link io.userports.conformance.requirement.FeatureCatalogue scenarios} from the Gherkin beside it. A scenario names
 * itself, its level and its clauses in its {@link io.userports.conformance.requirement.ScenarioTags tags};
 * {@link io.userports.conformance.requirement.Coverage} lays both side by side and complains where one lacks the other.
 */
package io.userports.conformance.requirement;
