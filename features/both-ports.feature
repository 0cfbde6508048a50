Feature: P1 and S1 are two views of one meter
  Both ports show one electrical state, belong to one meter, and are switched on and off together. A meter may also have
  no S1 at all.

  @must @clause:BR-5.1 @clause:BR-5.2-note @needs:p1 @needs:s1
  Scenario Outline: <wiring>: what is shown of both agrees
    Given a steady-<wiring> household
    And the CEMS is reading P1
    And the CEMS is reading S1
    When a heater of "2 kW" is switched on
    Then the CEMS shows every value as sent
    And the CEMS shows every figure of S1 as sampled
    And what the CEMS shows of P1 and of S1 agrees

    @id:both-agree-single-phase
    Examples:
      | wiring       |
      | single-phase |

    @id:both-agree-star
    Examples:
      | wiring |
      | star   |

    @id:both-agree-delta
    Examples:
      | wiring |
      | delta  |

  @id:both-silent @must @clause:BR-6.1 @clause:BR-4.5.1-note-7 @needs:p1 @needs:s1
  Scenario: Consent is withdrawn: nothing of either port is current
    Given a three-phase household
    And the CEMS is reading P1
    And the CEMS is reading S1
    When the customer withdraws consent
    Then the CEMS presents nothing as current

  @id:both-back @case:S53 @must @clause:BR-6.1 @needs:p1 @needs:s1
  Scenario: Consent is given again: both ports are back
    Given a three-phase household
    And the CEMS is reading P1
    And the CEMS is reading S1
    When the customer withdraws consent
    Then the CEMS presents nothing as current
    When the customer gives consent
    Then the CEMS shows every value as sent within 2 telegrams
    And the CEMS shows every figure of S1 as sampled within 2 s

  @id:both-toggled @must @clause:BR-6.1 @needs:p1 @needs:s1
  Scenario: Consent goes and comes five times, a second each: never one port without the other
    Given a three-phase household
    And the CEMS is reading P1
    And the CEMS is reading S1
    When the customer withdraws and gives consent 5 times, a second each
    Then the CEMS shows every value as sent within 2 telegrams
    And the CEMS shows every figure of S1 as sampled
    When the customer withdraws consent
    Then the CEMS presents nothing as current

  @id:both-never-given @must @clause:BR-6.1 @needs:p1 @needs:s1
  Scenario: Consent was never given: both ports are silent until it is
    Given a three-phase household
    And consent was never given
    When the CEMS is started
    Then the CEMS presents nothing as current
    When the customer gives consent
    Then the CEMS shows every value as sent
    And the CEMS shows every figure of S1 as sampled

  @id:s1-absent @case:S54 @must @clause:BR-5.2 @needs:p1 @needs:s1
  Scenario: A meter without S1: P1 is read, and nothing of S1 is shown
    Given a three-phase household
    And its meter sends nothing on S1
    When the CEMS is started
    Then the CEMS shows every value as sent
    And the CEMS shows nothing of S1 as current
