Feature: Lines that are bad for half a minute
  Some lines spoil a telegram now and then, some nearly all of them: of a meter in the field only one in nine was good. A
  CEMS shows nothing of what is spoilt, keeps its head, and reads again as soon as there is something to read.

  @must @clause:DSMR-6.2 @clause:FIELD-M06 @needs:p1
  Scenario Outline: <share> of the telegrams of P1 are spoilt for 30 s
    Given a three-phase household
    And the CEMS is reading P1
    When for 30 s <share> of the telegrams suffer "<fault>"
    Then the CEMS shows every value as sent within 2 telegrams
    And the CEMS has shown nothing that was not sent

    @id:p1-mishaps-50-percent
    Examples:
      | share | fault |
      | 50 % | mishap |
    @id:case-m06 @case:M06
    Examples:
      | share | fault |
      | 89 % | wrong-crc |

  @id:p1-one-bit-in-10000 @must @clause:DSMR-6.2 @clause:FIELD-M04 @needs:p1
  Scenario: One bit in 10 000 is wrong on P1 for 30 s, which spoils more than half of the telegrams
    Given a three-phase household
    And the CEMS is reading P1
    When for 30 s every telegram suffers "bit-flip:rate=1e-4"
    Then the CEMS shows every value as sent within 2 telegrams
    And the CEMS has shown nothing that was not sent

  @must @clause:EMUCS-H-4.2.2 @needs:s1
  Scenario Outline: <share> of the telegrams of S1 are spoilt for 30 s
    Given a steady-star household
    And the CEMS is reading S1
    When for 30 s <share> of the telegrams of S1 suffer "mishap"
    And a heater of "1 kW" is switched on
    And 2 s pass
    Then the CEMS shows every figure of S1 as sampled
    And the CEMS has shown no figure of S1 that was not sampled

    @id:s1-mishaps-1-percent
    Examples:
      | share |
      | 1 % |
    @id:s1-mishaps-50-percent
    Examples:
      | share |
      | 50 % |
