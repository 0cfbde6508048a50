package io.userports.fault;

import java.util.SplittableRandom;

/**
 * One time that a fault strikes.
 *
 * @param nth how often it had struck before, from 0
 * @param random its chance, drawn from the seed of the run and the number of the telegram alone
 */
public record Strike(long nth, SplittableRandom random) {}
