Feature: Telegrams of P1 that were seen to go wrong
  What lines, cables and foreign meters do to telegrams, and what meters themselves print. A telegram whose CRC is wrong
  says nothing. One whose CRC is right and that has something odd in it says all the rest.

  @must @clause:DSMR-6.2 @needs:p1
  Scenario Outline: Spoilt on the line: <what>
    Given a three-phase household
    And the CEMS is reading P1
    When 3 telegrams suffer "<fault>"
    Then the CEMS shows every value as sent within 2 telegrams
    And the CEMS has shown nothing that was not sent

    @id:case-m01 @case:M01 @clause:FIELD-M01
    Examples:
      | what | fault |
      | the reader joins in the middle | M01 |
    @id:case-m02 @case:M02 @clause:FIELD-M02
    Examples:
      | what | fault |
      | the last line is lost and the next header follows | M02 |
    @id:case-m03 @case:M03 @clause:FIELD-M03
    Examples:
      | what | fault |
      | 32 octets are lost | M03 |
    @id:case-m04 @case:M04 @clause:FIELD-M04
    Examples:
      | what | fault |
      | a bit turns from 1 to 0 | M04 |
    @id:case-m05 @case:M05 @clause:FIELD-M05
    Examples:
      | what | fault |
      | an exclamation mark appears in an object | M05 |
    @id:case-m07-levels @case:M07 @clause:FIELD-M07
    Examples:
      | what | fault |
      | levels turned round | wrong-bit-rate:inverted=true |
    @id:case-m07-parity @case:M07 @clause:FIELD-M07
    Examples:
      | what | fault |
      | a bit of parity | high-bits |
    @id:case-m07-flood @case:M07 @clause:FIELD-M07
    Examples:
      | what | fault |
      | a flood of FF, 00 and BF | noise:octets=FF00BF,count=3000 |
    @id:case-m08-within @case:M08 @clause:FIELD-M08
    Examples:
      | what | fault |
      | a NUL in the middle | octets-added:octets=00 |
    @id:case-m09 @case:M09 @clause:FIELD-M09
    Examples:
      | what | fault |
      | 100 octets FF between telegrams | M09 |
    @id:case-m10-lf @case:M10 @clause:FIELD-M10
    Examples:
      | what | fault |
      | lines end with LF alone | line-ends:by=lf |
    @id:case-m10-cr @case:M10 @clause:FIELD-M10
    Examples:
      | what | fault |
      | lines end with CR alone | line-ends:by=cr |
    @id:case-m10-lf-right-crc @case:M10 @clause:FIELD-M10
    Examples:
      | what | fault |
      | LF alone, and the CRC of that | line-ends:by=lf,crc=right |
    @id:case-m12-short @case:M12 @clause:FIELD-M12
    Examples:
      | what | fault |
      | a CRC of three digits | short-crc |
    @id:case-m12-none @case:M12 @clause:FIELD-M12
    Examples:
      | what | fault |
      | no CRC | no-crc |
    @id:case-m12-x25 @case:M12 @clause:FIELD-M12
    Examples:
      | what | fault |
      | the CRC of another polynomial | other-crc:of=x25 |
    @id:case-m28 @case:M28 @clause:FIELD-M28
    Examples:
      | what | fault |
      | it breaks off within an object | M28 |

  @must @clause:BR-4.2 @needs:p1
  Scenario Outline: Odd under a right CRC: <what>
    Given a three-phase household
    And the CEMS is reading P1
    When every telegram suffers "<fault>"
    Then the CEMS shows every value as sent
    When the telegrams are as before
    Then the CEMS shows every value as sent within 2 telegrams
    And the CEMS has shown nothing that was not sent

    @id:case-m08-after-crc @case:M08 @clause:FIELD-M08
    Examples:
      | what | fault |
      | a NUL after the CRC | after-crc:octets=00 |
    @id:case-m13 @case:M13 @clause:FIELD-M13
    Examples:
      | what | fault |
      | a gas meter that was never read | M13 |
    @id:case-m14 @case:M14 @clause:FIELD-M14
    Examples:
      | what | fault |
      | a month of the history without a moment | M14 |
    @id:case-m15-count @case:M15 @clause:FIELD-M15
    Examples:
      | what | fault |
      | a history that counts what it does not have | replace-object:object=0-0:98.1.0,by=0-0:98.1.0(12) |
    @id:case-m15-other-object @case:M15 @clause:FIELD-M15
    Examples:
      | what | fault |
      | a history of another object | replace-object:object=0-0:98.1.0,by=0-0:98.1.0(1)(0-0:0.0.0)(0-0:0.0.0)() |
    @id:case-m16 @case:M16 @clause:FIELD-M16
    Examples:
      | what | fault |
      | an empty history | M16 |
    @id:case-m17-clock @case:M17 @clause:FIELD-M17
    Examples:
      | what | fault |
      | a clock that was never set | set-value:object=0-0:1.0.0,to=000101010000W |
    @id:case-m18 @case:M18 @clause:FIELD-M18
    Examples:
      | what | fault |
      | the hour that autumn repeats | M18 |
    @id:case-m20 @case:M20 @clause:FIELD-M20
    Examples:
      | what | fault |
      | water on channel 1, gas on channel 2 | M20 |
    @id:case-m21 @case:M21 @clause:FIELD-M21
    Examples:
      | what | fault |
      | the format of an older edition | M21 |
    @id:case-m22 @case:M22 @clause:FIELD-M22
    Examples:
      | what | fault |
      | objects added, all in another order | M22 |
    @id:case-m23-long @case:M23 @clause:FIELD-M23
    Examples:
      | what | fault |
      | a text of 1024 characters | oversize-value:object=0-0:96.13.0,characters=2048 |
    @id:case-m23-ff @case:M23 @clause:FIELD-M23
    Examples:
      | what | fault |
      | a text of 1024 octets FF | set-value:object=0-0:96.13.0,to=FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF |
    @id:case-m23-odd @case:M23 @clause:FIELD-M23
    Examples:
      | what | fault |
      | a text of three digits | set-value:object=0-0:96.13.0,to=414 |
    @id:case-m23-no-hex @case:M23 @clause:FIELD-M23
    Examples:
      | what | fault |
      | a text that is not hexadecimal | set-value:object=0-0:96.13.0,to=Hello there |
    @id:case-m23-superscript @case:M23 @clause:FIELD-M23
    Examples:
      | what | fault |
      | a unit that is not ASCII | set-value:object=0-1:24.2.3,to=00042.000*m³,group=2 |
    @id:case-m24 @case:M24 @clause:FIELD-M24
    Examples:
      | what | fault |
      | 48 blanks for an edition | M24 |
    @id:case-m26-no-backslash @case:M26 @clause:FIELD-M26
    Examples:
      | what | fault |
      | a header without a backslash | header:to=/FLU5253769484_A |
    @id:case-m26-blank @case:M26 @clause:FIELD-M26
    Examples:
      | what | fault |
      | a header with a blank | header:to=/Ene5\T210-D ESMR5.0 |
    @id:case-m26-slash @case:M26 @clause:FIELD-M26
    Examples:
      | what | fault |
      | a header with a second slash | header:to=/HLY5/D545-METER |
    @id:case-m26-baud-letter @case:M26 @clause:FIELD-M26
    Examples:
      | what | fault |
      | a header with another baud letter | header:to=/ADN9 6534 |
    @id:case-m29 @case:M29 @clause:FIELD-M29
    Examples:
      | what | fault |
      | a time that stands | set-value:object=0-0:1.0.0,to=260115120000W |
    @id:case-m30 @case:M30 @clause:FIELD-M30
    Examples:
      | what | fault |
      | the figures of a delta network | M30 |
    @id:case-m31 @case:M31 @clause:FIELD-M31
    Examples:
      | what | fault |
      | an EAN that is not set, thresholds that are off | M31 |
    @id:case-m32 @case:M32 @clause:FIELD-M32
    Examples:
      | what | fault |
      | thresholds and switches in force | M32 |
    @id:case-m33 @case:M33 @clause:FIELD-M33
    Examples:
      | what | fault |
      | registers and powers at their limits | M33 |
    @id:case-m34-missing @case:M34 @clause:FIELD-M34
    Examples:
      | what | fault |
      | no peak of the month | remove-object:object=1-0:1.6.0 |
    @id:case-m34-unset @case:M34 @clause:FIELD-M34
    Examples:
      | what | fault |
      | a peak of the month that is not set | set-value:object=1-0:1.6.0,to=632525252525W |

  @id:case-m11 @case:M11 @should @clause:DSMR-6.2 @clause:FIELD-M11 @needs:p1
  Scenario: Odd under a right CRC: the CRC in small letters
    Given a three-phase household
    And the CEMS is reading P1
    When every telegram has the right CRC in small letters
    Then the CEMS shows every value as sent within 2 telegrams, 5 times in a row

  @id:p1-bang-in-text @should @clause:DSMR-6.2 @needs:p1
  Scenario: Odd under a right CRC: an exclamation mark in an unknown object
    Given a three-phase household
    And the CEMS is reading P1
    When every telegram suffers "add-object:object=0-0:96.13.9(now!)"
    Then the CEMS shows every value as sent


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
      | A pause of 300 ms before the CRC | stall:pause=300ms |
    @id:p1-slices
    Examples:
      | what | fault |
      | Slices of 400 octets, 300 ms apart | slices:octets=400,pause=300ms |
