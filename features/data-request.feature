Feature: Telegrams are asked for
  P1 sends only while its data request line is asserted, also where the port has been activated. Whoever reads the port
  asserts the line, and asserts it again, or still, when the port comes back.

  Background:
    Given P1 has a data request line
    And a three-phase household

  @id:data-request-asked @must @clause:EMUCS-P1-3.1 @needs:p1
  Scenario: The CEMS asks by itself
    When the CEMS is started
    Then the CEMS asks for telegrams
    And the CEMS shows every value as sent

  @id:data-request-asked-after-consent @must @clause:EMUCS-P1-3.1 @clause:BR-6.1 @needs:p1
  Scenario: Consent comes only now: the line is asserted then
    Given consent was never given
    When the CEMS is started
    Then the CEMS presents nothing as current
    When the customer gives consent
    Then the CEMS asks for telegrams
    And the CEMS shows every value as sent

  @id:data-request-asked-again @must @clause:EMUCS-P1-3.1 @clause:BR-6.1 @needs:p1
  Scenario: Consent ends and comes back: the line is asserted again
    Given the CEMS is reading P1
    When the customer withdraws consent
    Then the CEMS presents nothing as current
    When the customer gives consent
    Then the CEMS asks for telegrams
    And the CEMS shows every value as sent
