Feature: Every vector of P1 is played to the CEMS
  The vectors are octets with a verdict, and tell of themselves in the folder vectors. Each comes in the place of telegrams
  of a running meter: before it and after it the CEMS reads good ones. What is valid is shown; of what is acceptable a CEMS
  may show all or nothing; nothing is shown that a vector under a wrong CRC says. Every CEMS reads on afterwards.


  @id:by-name @vector @should @clause:BR-4.2 @needs:p1
  Scenario Outline: vector-<vector>
    Given a three-phase household
    And the CEMS is reading P1
    When every telegram is the vector "<vector>"
    Then the CEMS shows every value as sent
    When the telegrams are as before
    Then the CEMS shows every value as sent
    And the CEMS has shown nothing that was not sent

    Examples: p1-valid.json
      | vector |
      | p1-single-phase-50213 |
      | p1-three-phase-50217-gas-water |
      | p1-delta-50221 |
      | p1-star-50213 |
      | p1-delta-50213 |
      | p1-single-phase-50214 |
      | p1-star-50214 |
      | p1-delta-50214 |
      | p1-single-phase-50215 |
      | p1-star-50215 |
      | p1-delta-50215 |
      | p1-single-phase-50216 |
      | p1-star-50216 |
      | p1-delta-50216 |
      | p1-single-phase-50217 |
      | p1-star-50217 |
      | p1-delta-50217 |
      | p1-single-phase-50221 |
      | p1-star-50221 |
      | p1-gas-50213 |
      | p1-gas-two-decimals |
      | p1-water-only |
      | p1-water-before-gas |
      | p1-gas-on-channel-4 |
      | p1-heat-only |
      | p1-four-sub-meters |
      | p1-two-gas-meters |
      | p1-water-under-gas-register |
      | p1-sub-meter-empty-id |
      | p1-ean-empty |
      | p1-ean-zeros |
      | p1-history-empty |
      | p1-history-one |
      | p1-history-thirteen |
      | p1-history-newest-first |
      | p1-history-first-instant |
      | p1-peak-first-instant |

  @id:by-name @vector @should @clause:BR-4.2 @needs:p1
  Scenario Outline: vector-<vector>
    Given a three-phase household
    And the CEMS is reading P1
    When every telegram is the vector "<vector>"
    Then the CEMS shows every value as sent
    When the telegrams are as before
    Then the CEMS shows every value as sent
    And the CEMS has shown nothing that was not sent

    Examples: p1-valid-states.json
      | vector |
      | p1-gas-valve-off |
      | p1-gas-valve-ready |
      | p1-clock-summer |
      | p1-clock-repeated-hour-summer |
      | p1-clock-repeated-hour-winter |
      | p1-clock-before-spring |
      | p1-clock-after-spring |
      | p1-clock-leap-day |
      | p1-clock-not-set |
      | p1-gas-from-the-future |
      | p1-export-single-phase |
      | p1-export-star |
      | p1-export-netted |
      | p1-delta-export |
      | p1-limiter-active-50217 |
      | p1-limiter-active-50221 |
      | p1-fuse-active-50217 |
      | p1-fuse-active-50221 |
      | p1-breaker-off |
      | p1-breaker-ready |
      | p1-relays-on |
      | p1-text-short |
      | p1-text-1024 |
      | p1-text-ff |
      | p1-message-code |
      | p1-largest-50221 |
      | p1-tariff-2 |
      | p1-extremes-registers |
      | p1-extremes-power |
      | p1-extremes-zero |
      | p1-quarter-begins |
      | p1-order-changed |
      | p1-order-sub-meter-first |
      | p1-header-other-letter |
      | p1-header-no-backslash |
      | p1-meter-id-long |
      | p1-crc-one-zero |
      | p1-crc-two-zeros |
      | p1-order-power-last |
      | p1-order-both-sub-meters-first |
      | p1-order-shuffled |

  @id:by-name @vector @must @clause:BR-4.3 @needs:p1
  Scenario Outline: vector-<vector>
    Given a three-phase household
    And the CEMS is reading P1
    When 2 telegrams are the vector "<vector>"
    Then the CEMS shows every value as sent
    And the CEMS has shown nothing that was not sent

    Examples: p1-acceptable.json
      | vector |
      | p1-gas-never-heard |
      | p1-unknown-object |
      | p1-unknown-edition |
      | p1-integer-current-in-50217 |
      | p1-other-maker |
      | p1-lower-case-crc |
      | p1-mixed-case-crc |
      | p1-id-lower-case |
      | p1-text-lower-case |
      | p1-header-letters |
      | p1-header-spaces |
      | p1-header-slash |
      | p1-header-baud |
      | p1-header-lower |
      | p1-gas-never-heard-50217 |
      | p1-water-never-heard |
      | p1-heat-never-heard |
      | p1-gas-never-heard-dutch |
      | p1-peak-never |
      | p1-peak-missing |
      | p1-peak-empty |
      | p1-history-month-never |
      | p1-history-count-alone |
      | p1-history-other-object |
      | p1-history-dutch-empty |
      | p1-history-unaligned |
      | p1-history-captured-late |
      | p1-history-other-letter |
      | p1-failure-log-empty |
      | p1-failure-log |
      | p1-dutch-version |
      | p1-three-unknown-objects |
      | p1-demand-in-50216 |
      | p1-phase-power-in-50213 |
      | p1-grid-on-one-phase |
      | p1-grid-missing |
      | p1-current-hundredths-in-50213 |
      | p1-voltage-without-decimal |
      | p1-power-four-decimals |
      | p1-power-one-digit |
      | p1-energy-seven-digits |
      | p1-limiter-of-50221-in-50217 |
      | p1-fuse-of-50217-in-50221 |
      | p1-device-type-two-digits |
      | p1-text-odd |
      | p1-text-not-hexadecimal |
      | p1-text-raw-ff |
      | p1-text-1025 |
      | p1-superscript-three |
      | p1-edition-blanks |
      | p1-edition-50218 |
      | p1-edition-50220 |
      | p1-gas-former-id |
      | p1-gas-empty-former-id |
      | p1-type-second |
      | p1-type-011 |
      | p1-type-002 |
      | p1-nul-after-crc |
      | p1-blank-in-value |
      | p1-grown |
      | p1-text-4096-digits |

  @id:by-name @vector @must @clause:DSMR-6.2 @needs:p1
  Scenario Outline: vector-<vector>
    Given a three-phase household
    And the CEMS is reading P1
    When 2 telegrams are the vector "<vector>"
    Then the CEMS shows every value as sent
    And the CEMS has shown nothing that was not sent

    Examples: p1-invalid-framing.json
      | vector |
      | p1-no-maker |
      | p1-no-empty-line |
      | p1-control-character |
      | p1-bang-within |
      | p1-no-crc |
      | p1-wrong-crc |
      | p1-crc-without-bang |
      | p1-crc-without-slash |
      | p1-crc-over-lf |
      | p1-crc-over-no-ends |
      | p1-crc-over-no-blank-line |
      | p1-crc-modbus |
      | p1-crc-x25 |
      | p1-crc-kermit |
      | p1-crc-xmodem |
      | p1-crc-ccitt-false |
      | p1-crc-not-reflected |
      | p1-crc-swapped |
      | p1-crc-unpadded |
      | p1-crc-five-digits |
      | p1-crc-not-hexadecimal |
      | p1-crc-0000 |
      | p1-crc-blank-before |
      | p1-crc-octet-after |
      | p1-bit-digit |
      | p1-bit-percent |
      | p1-bit-parenthesis |
      | p1-bit-comma |
      | p1-bit-quote |
      | p1-bit-colon |
      | p1-digit-lost |
      | p1-bang-by-bit-error |
      | p1-unit-bit |
      | p1-octets-lost |
      | p1-line-lost |
      | p1-cut-in-value |
      | p1-cut-after-line |
      | p1-cut-before-bang |
      | p1-cut-after-bang |
      | p1-cut-in-crc |
      | p1-no-last-line-end |
      | p1-header-two-slashes |
      | p1-header-no-slash |
      | p1-header-digits |
      | p1-header-empty |
      | p1-header-bang |
      | p1-header-nul |
      | p1-lf-only |
      | p1-lf-only-old-crc |
      | p1-cr-only |
      | p1-lf-in-one-line |
      | p1-cr-in-one-line |
      | p1-nul-in-value |
      | p1-high-bit |
      | p1-tab |
      | p1-delete |
      | p1-slash-within |
      | p1-bang-at-line-end |
      | p1-too-long |
      | p1-value-on-next-line |
      | p1-digit-one-bit |

  @id:by-name @vector @must @clause:BR-4.3 @needs:p1
  Scenario Outline: vector-<vector>
    Given a three-phase household
    And the CEMS is reading P1
    When 2 telegrams are the vector "<vector>"
    Then the CEMS shows every value as sent
    And the CEMS has shown nothing that was not sent

    Examples: p1-invalid-content.json
      | vector |
      | p1-open-group |
      | p1-code-twice |
      | p1-object-missing |
      | p1-wrong-unit |
      | p1-summer-letter-in-january |
      | p1-history-count |
      | p1-odd-octet-string |
      | p1-powers-disagree |
      | p1-phase-missing |
      | p1-power-without-voltage |
      | p1-no-device-type |
      | p1-no-group |
      | p1-no-code |
      | p1-full-code |
      | p1-short-code |
      | p1-text-after-group |
      | p1-nested-group |
      | p1-blank-before-code |
      | p1-second-empty-line |
      | p1-value-on-two-lines |
      | p1-history-on-two-lines |
      | p1-power-twice |
      | p1-device-id-twice |
      | p1-missing-time |
      | p1-missing-register |
      | p1-missing-power |
      | p1-missing-limiter |
      | p1-missing-text |
      | p1-missing-demand |
      | p1-missing-phase-power |
      | p1-missing-ean |
      | p1-missing-relay |
      | p1-no-asterisk |
      | p1-no-unit |
      | p1-comma |
      | p1-negative |
      | p1-empty-power |
      | p1-two-values |
      | p1-letter-in-number |
      | p1-tariff-3 |
      | p1-breaker-3 |
      | p1-valve-9 |
      | p1-peak-without-time |
      | p1-time-no-letter |
      | p1-time-month-13 |
      | p1-time-february-30 |
      | p1-time-hour-25 |
      | p1-time-skipped-hour |
      | p1-time-winter-letter-in-july |
      | p1-time-never |
      | p1-history-fourteen |
      | p1-history-disorder |
      | p1-history-month-twice |
      | p1-history-peak-elsewhere |
      | p1-id-letter |
      | p1-id-49-octets |
      | p1-ean-odd |
      | p1-powers-single-phase |
      | p1-powers-sign |
      | p1-phase-without-current |
      | p1-phase-without-export |
      | p1-delta-with-voltage |
      | p1-delta-called-star |
      | p1-channel-5 |
      | p1-no-device-id |
      | p1-no-register |

  @id:by-name @vector @must @clause:BR-4.3 @needs:p1
  Scenario Outline: vector-<vector>
    Given a three-phase household
    And the CEMS is reading P1
    When 1 telegrams are the vector "<vector>"
    Then the CEMS shows every value as sent
    And the CEMS has shown nothing that was not sent

    Examples: p1-streams.json
      | vector |
      | p1-stream-three |
      | p1-stream-joined-in-value |
      | p1-stream-joined-in-header |
      | p1-stream-joined-in-crc |
      | p1-stream-joined-at-line-feed |
      | p1-stream-footer-lost |
      | p1-stream-glued-in-value |
      | p1-stream-glued-in-header |
      | p1-stream-glued-in-crc |
      | p1-stream-no-last-line-end |
      | p1-stream-octets-lost |
      | p1-stream-bit |
      | p1-stream-bang |
      | p1-stream-bang-for-parenthesis |
      | p1-stream-one-of-nine |
      | p1-stream-crc-digit |
      | p1-stream-empty-line-lost |
      | p1-stream-slash-lost |
      | p1-stream-slash-within |
      | p1-stream-flood-ff |
      | p1-stream-flood-nul |
      | p1-stream-flood-bf |
      | p1-stream-inverted |
      | p1-stream-ff-between |
      | p1-stream-nul-between |
      | p1-stream-nul-after-crc |
      | p1-stream-nul-within |
      | p1-stream-empty-lines-between |
      | p1-stream-bang-between |
      | p1-stream-lf-only |
      | p1-stream-cut |
      | p1-stream-cut-at-end |
      | p1-stream-second-skipped |
      | p1-stream-repeated |
      | p1-stream-time-back |
      | p1-stream-closed-for-an-hour |
      | p1-stream-autumn |
      | p1-stream-spring |
      | p1-stream-register-falls |
      | p1-stream-rollover |
      | p1-stream-registers-jump |
      | p1-stream-quarter |
      | p1-stream-demand-falls |
      | p1-stream-month |
      | p1-stream-both-directions |
      | p1-stream-50213-50214 |
      | p1-stream-50216-50217 |
      | p1-stream-other-meter |
      | p1-stream-two |
      | p1-stream-joined-half-octet |
      | p1-stream-break |
      | p1-stream-bad-stop-bit |
      | p1-stream-high-bits |
      | p1-stream-half |
      | p1-stream-cut-in-power |
      | p1-stream-levels-inverted |
