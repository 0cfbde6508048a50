Feature: Telegrams of P1 that were seen to go wrong
  What lines, cables and foreign meters do to telegrams, and what meters themselves print. A telegram whose CRC is wrong
  says nothing. One whose CRC is right and that has something odd in it says all the rest.

  @must @clause:DSMR-6.2 @needs:p1
  Scenario Outline: <case>, spoilt on the line: <what>
    Given a three-phase household
    And the CEMS is reading P1
    When 3 telegrams suffer "<case>"
    Then the CEMS shows every value as sent within 2 telegrams
    And the CEMS has shown nothing that was not sent

    @id:case-m01 @case:M01 @clause:FIELD-M01
    Examples:
      | case | what |
      | M01 | the reader joins in the middle |
    @id:case-m02 @case:M02 @clause:FIELD-M02
    Examples:
      | case | what |
      | M02 | the last line is lost and the next header follows |
    @id:case-m03 @case:M03 @clause:FIELD-M03
    Examples:
      | case | what |
      | M03 | 32 octets are lost |
    @id:case-m04 @case:M04 @clause:FIELD-M04
    Examples:
      | case | what |
      | M04 | a bit turns from 1 to 0 |
    @id:case-m05 @case:M05 @clause:FIELD-M05
    Examples:
      | case | what |
      | M05 | an exclamation mark appears in an object |
    @id:case-m07 @case:M07 @clause:FIELD-M07
    Examples:
      | case | what |
      | M07 | levels turned round, parity, floods |
    @id:case-m08 @case:M08 @clause:FIELD-M08
    Examples:
      | case | what |
      | M08 | NUL in a telegram, NUL after the CRC |
    @id:case-m09 @case:M09 @clause:FIELD-M09
    Examples:
      | case | what |
      | M09 | 100 octets FF between telegrams |
    @id:case-m10 @case:M10 @clause:FIELD-M10
    Examples:
      | case | what |
      | M10 | lines end with LF or CR alone |
    @id:case-m12 @case:M12 @clause:FIELD-M12
    Examples:
      | case | what |
      | M12 | a CRC too short, none, or of another polynomial |
    @id:case-m28 @case:M28 @clause:FIELD-M28
    Examples:
      | case | what |
      | M28 | it breaks off within an object |

  @must @clause:BR-4.2 @needs:p1
  Scenario Outline: <case>, odd under a right CRC: <what>
    Given a three-phase household
    And the CEMS is reading P1
    When every telegram suffers "<case>"
    Then the CEMS shows every value as sent
    When the telegrams are as before
    Then the CEMS shows every value as sent within 2 telegrams
    And the CEMS has shown nothing that was not sent

    @id:case-m11 @case:M11 @clause:FIELD-M11
    Examples:
      | case | what |
      | M11 | the CRC in small letters |
    @id:case-m13 @case:M13 @clause:FIELD-M13
    Examples:
      | case | what |
      | M13 | a gas meter that was never read |
    @id:case-m14 @case:M14 @clause:FIELD-M14
    Examples:
      | case | what |
      | M14 | a month of the history without a moment |
    @id:case-m15 @case:M15 @clause:FIELD-M15
    Examples:
      | case | what |
      | M15 | a history that counts what it does not have |
    @id:case-m16 @case:M16 @clause:FIELD-M16
    Examples:
      | case | what |
      | M16 | an empty history |
    @id:case-m17 @case:M17 @clause:FIELD-M17
    Examples:
      | case | what |
      | M17 | a clock that was never set, gas of next year |
    @id:case-m18 @case:M18 @clause:FIELD-M18
    Examples:
      | case | what |
      | M18 | the hour that autumn repeats |
    @id:case-m20 @case:M20 @clause:FIELD-M20
    Examples:
      | case | what |
      | M20 | water on channel 1, gas on channel 2 |
    @id:case-m21 @case:M21 @clause:FIELD-M21
    Examples:
      | case | what |
      | M21 | the format of an older edition |
    @id:case-m22 @case:M22 @clause:FIELD-M22
    Examples:
      | case | what |
      | M22 | objects added, all in another order |
    @id:case-m23 @case:M23 @clause:FIELD-M23
    Examples:
      | case | what |
      | M23 | texts that are long, odd, or not hexadecimal |
    @id:case-m24 @case:M24 @clause:FIELD-M24
    Examples:
      | case | what |
      | M24 | 48 blanks for an edition |
    @id:case-m26 @case:M26 @clause:FIELD-M26
    Examples:
      | case | what |
      | M26 | headers of other meters |
    @id:case-m29 @case:M29 @clause:FIELD-M29
    Examples:
      | case | what |
      | M29 | a telegram missing, one twice, a time that stands |
    @id:case-m30 @case:M30 @clause:FIELD-M30
    Examples:
      | case | what |
      | M30 | the figures of a delta network |
    @id:case-m31 @case:M31 @clause:FIELD-M31
    Examples:
      | case | what |
      | M31 | an EAN that is not set, thresholds that are off |
    @id:case-m32 @case:M32 @clause:FIELD-M32
    Examples:
      | case | what |
      | M32 | thresholds and switches in force |
    @id:case-m33 @case:M33 @clause:FIELD-M33
    Examples:
      | case | what |
      | M33 | registers and powers at their limits |
    @id:case-m34 @case:M34 @clause:FIELD-M34
    Examples:
      | case | what |
      | M34 | the peak of the month unset, or missing |

  @id:case-m19 @case:M19 @should @clause:FIELD-M19 @needs:p1
  Scenario: M19, odd under a right CRC: a second gas meter, stuck at zero
    Given a three-phase household
    And the CEMS is reading P1
    When every telegram suffers "M19"
    Then the CEMS shows every value as sent
    When the telegrams are as before
    Then the CEMS shows every value as sent within 2 telegrams

  @must @clause:BR-4.3 @needs:p1
  Scenario Outline: <case>, foreign under a right CRC: <what>
    Given a three-phase household
    And the CEMS is reading P1
    When 3 telegrams suffer "<case>"
    Then the CEMS shows every value as sent within 2 telegrams
    And the CEMS has shown nothing that was not sent

    @id:case-m25 @case:M25 @clause:FIELD-M25
    Examples:
      | case | what |
      | M25 | a value on the line after its object |
    @id:case-m35 @case:M35 @clause:FIELD-M35
    Examples:
      | case | what |
      | M35 | no star before the unit |

  @must @clause:BR-4.2 @needs:p1
  Scenario Outline: <what>: the other values are shown as sent
    Given a three-phase household
    And the CEMS is reading P1
    When every telegram suffers "<fault>"
    Then the CEMS shows every value as sent
    When the telegrams are as before
    Then the CEMS shows every value as sent within 2 telegrams
    And the CEMS has shown nothing that was not sent

    @id:p1-value-empty
    Examples:
      | what | fault |
      | A power without a value | empty-value:object=1-0:1.7.0 |
    @id:p1-value-no-number
    Examples:
      | what | fault |
      | A voltage that is no number | set-value:object=1-0:32.7.0,to=2E0.1*V |
    @id:p1-value-without-unit
    Examples:
      | what | fault |
      | A current without its unit | no-unit:object=1-0:31.7.0 |
    @id:p1-object-missing
    Examples:
      | what | fault |
      | An object that is missing | remove-object:object=1-0:72.7.0 |
    @id:p1-object-renamed
    Examples:
      | what | fault |
      | An object under another code | rename-object:object=1-0:52.7.0,to=1-0:152.7.0 |
    @id:p1-object-twice
    Examples:
      | what | fault |
      | An object twice | repeat-object:object=1-0:2.7.0 |
    @id:p1-object-twice-differing
    Examples:
      | what | fault |
      | An object twice with two values | repeat-object:object=1-0:32.7.0,with=(199.9*V) |

  @must @clause:DSMR-6.1 @needs:p1
  Scenario Outline: <what>: the telegram is read all the same
    Given a three-phase household
    And the CEMS is reading P1
    When every telegram suffers "<fault>"
    Then the CEMS shows every value as sent
    And the CEMS has shown nothing that was not sent

    @id:p1-pause-before-crc
    Examples:
      | what | fault |
      | A pause of 150 ms before the CRC | stall |
    @id:p1-slices
    Examples:
      | what | fault |
      | Slices of 48 octets, 10 ms apart | slices:octets=48,pause=10ms |
    @id:p1-late
    Examples:
      | what | fault |
      | Half a second late | delay:by=500ms |
    @id:p1-without-pause
    Examples:
      | what | fault |
      | No pause between two telegrams | glue |
    @id:p1-twice
    Examples:
      | what | fault |
      | Each telegram twice | again |
