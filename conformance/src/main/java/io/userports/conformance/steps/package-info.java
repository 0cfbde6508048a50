/**
 * The words of the scenarios: each is one call to the bench. There is no logic here.
 */
package io.userports.conformance.steps;
