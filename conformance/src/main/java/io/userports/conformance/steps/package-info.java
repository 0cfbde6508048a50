/**
 * The words of the scenarios, put into calls to the bench and its judge. Nothing is judged here.
 */
package io.userports.conformance.steps;
