package io.userports.conformance.loopback;

/**
 * What became of telegrams.
 *
 * @param sent how many left
 * @param good how many came in whole, valid and as sent, in their order
 * @param damaged how many came in with other octets or not whole
 * @param lost how many did not come at all
 * @param repeated how many came once more
 * @param foreign valid ones that nobody had sent
 * @param missingNumbers how many the sequence numbers of S1 say are missing; 0 for P1, which has none
 */
record TelegramCount(long sent, long good, long damaged, long lost, long repeated, long foreign, long missingNumbers) {
    static final TelegramCount NONE = new TelegramCount(0, 0, 0, 0, 0, 0, 0);
}
