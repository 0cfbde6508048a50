Feature: States, thresholds and texts reach the user
  The meter tells more than power: whether the breaker is closed, which thresholds the operator has set, what the
  operator wrote.

  @id:breaker-three-states @must @clause:BR-4.2 @clause:FIELD-M32 @needs:p1
  Scenario: Breaker disconnected, ready to reconnect, connected
    Given a three-phase household
    And the CEMS is reading P1
    When the breaker becomes "disconnected"
    Then the CEMS shows breaker as sent
    When the breaker becomes "ready to reconnect"
    Then the CEMS shows breaker as sent
    When the breaker becomes "connected"
    Then the CEMS shows every value as sent

  @id:gas-valve-three-states @must @clause:BR-4.2 @clause:FIELD-M32 @needs:p1
  Scenario: Gas valve disconnected, ready to reconnect, connected
    Given a three-phase household
    And the CEMS is reading P1
    When the gas valve becomes "disconnected"
    Then the CEMS shows gas-valve as sent
    When the gas valve becomes "ready to reconnect"
    Then the CEMS shows gas-valve as sent
    When the gas valve becomes "connected"
    Then the CEMS shows gas-valve as sent

  @id:thresholds-first-generation @must @clause:BR-4.2 @clause:FIELD-M31 @clause:FIELD-M32 @needs:p1
  Scenario: Limiter and fuse set and off, widths of the first generation
    Given a three-phase household
    And the CEMS is reading P1
    When the limiter is set to "4.6 kW"
    And the fuse is set to "25 A"
    Then the CEMS shows limiter and fuse as sent
    When the limiter is switched off
    And the fuse is switched off
    Then the CEMS shows limiter and fuse as sent

  @id:thresholds-second-generation @must @clause:BR-4.2 @clause:FIELD-M31 @clause:FIELD-M32 @needs:p1
  Scenario: Limiter and fuse set and off, widths of the second generation
    Given a second-generation household
    And the CEMS is reading P1
    When the limiter is set to "4.625 kW"
    And the fuse is set to "25.50 A"
    Then the CEMS shows limiter and fuse as sent
    When the limiter is switched off
    And the fuse is switched off
    Then the CEMS shows limiter and fuse as sent

  @id:text-written-and-taken-back @must @clause:BR-4.2-text @needs:p1
  Scenario: A short text, and none again
    Given a three-phase household
    And the CEMS is reading P1
    When the operator writes "Please use less power until 20:00"
    Then the CEMS shows every value as sent
    When the operator takes the text back
    Then the CEMS shows text as sent

  @id:text-1024-characters @must @clause:BR-4.2-text @needs:p1
  Scenario: A text of 1024 characters
    Given a three-phase household
    And the CEMS is reading P1
    When the operator writes a text of 1024 characters
    Then the CEMS shows every value as sent
    When the operator takes the text back
    Then the CEMS shows every value as sent

  @id:tariff-day-and-night @must @clause:BR-4.2 @clause:BR-4.4 @needs:p1
  Scenario: From night to day: in Belgium tariff 1 is day
    Given a three-phase household
    And the time is 2026-01-15T06:59:57+01:00
    And the CEMS is reading P1
    Then the CEMS shows tariff as sent
    When the clock reaches 2026-01-15T07:00:01+01:00
    Then the CEMS shows tariff as sent
