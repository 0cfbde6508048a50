Feature: Data flows only with the customer's consent
  Without consent nothing is available. A CEMS then shows nothing as if it were current, and goes on by itself when
  consent is given.

  @id:consent-never-given @must @clause:BR-6.1 @clause:BR-4.5.1-note-7 @needs:p1
  Scenario: Never given, then given
    Given a three-phase household
    And consent was never given
    When the CEMS is started
    Then the CEMS presents nothing as current
    When the customer gives consent
    Then the CEMS shows every value as sent

  @id:consent-withdrawn @must @clause:BR-6.1 @clause:BR-4.5.1-note-7 @needs:p1
  Scenario: Withdrawn
    Given a three-phase household
    And the CEMS is reading P1
    When the customer withdraws consent
    Then the CEMS presents nothing as current

  @id:consent-restored @case:M27 @must @clause:BR-6.1 @clause:BR-4.5.1-note-7 @needs:p1
  Scenario: Withdrawn and given again: values within two telegrams
    Given a three-phase household
    And the CEMS is reading P1
    When the customer withdraws consent
    Then the CEMS presents nothing as current
    When the customer gives consent
    Then the CEMS shows every value as sent within 2 telegrams

  @id:consent-withdrawn-within-telegram @must @clause:BR-6.1 @clause:DSMR-6.2 @needs:p1
  Scenario: Withdrawn in the middle of a telegram
    Given a three-phase household
    And the CEMS is reading P1
    When the customer withdraws consent 40 ms into a telegram
    Then the CEMS presents nothing as current
    And the CEMS has shown nothing that was not sent
    When the customer gives consent
    Then the CEMS shows every value as sent within 2 telegrams

  @id:consent-toggled @must @clause:BR-6.1 @needs:p1
  Scenario: Withdrawn and given ten times
    Given a three-phase household
    And the CEMS is reading P1
    When the customer withdraws and gives consent 10 times, a second each
    Then the CEMS shows every value as sent within 2 telegrams
    When the customer withdraws consent
    Then the CEMS presents nothing as current
