Feature: Editions of the data set change overnight
  Firmware is changed over the air. Amperes gain decimals, objects appear, thresholds get another width; the CEMS is not
  asked and not restarted.

  @id:p1-edition-upgrade @must @clause:BR-4.5.1 @clause:BR-4.4 @needs:p1
  Scenario: From 50213 over 50217 to 50221 while the CEMS runs
    Given a three-phase household
    And its meter follows edition 50213
    And the CEMS is reading P1
    When the firmware changes to edition 50217
    Then the CEMS shows every value as sent
    When the firmware changes to edition 50221
    Then the CEMS shows every value as sent

  @id:p1-telegram-398-octets @must @clause:BR-4.4 @clause:BR-4.2 @needs:p1
  Scenario: The shortest telegram: single-phase, edition 50213, no sub-meter, 398 octets
    Given a single-phase household
    And its meter follows edition 50213
    And it has no sub-meters
    When the CEMS is started
    Then the CEMS shows every value as sent

  @id:p1-telegram-1706-octets @must @clause:BR-4.4 @clause:BR-4.3 @needs:p1
  Scenario: An ordinary telegram of the second generation: 13 months, gas and water, 1706 octets
    Given a second-generation household
    When the CEMS is started
    Then the CEMS shows every value as sent

  @id:p1-single-phase @must @clause:BR-4.2 @clause:BR-4.4 @needs:p1
  Scenario: Every value of a single-phase meter
    Given a single-phase household
    When the CEMS is started
    Then the CEMS shows every value as sent

  @id:p1-three-phase @must @clause:BR-4.2 @clause:BR-4.4 @needs:p1
  Scenario: Every value of a three-phase meter
    Given a three-phase household
    When the CEMS is started
    Then the CEMS shows every value as sent

  @id:p1-export @must @clause:BR-4.2 @clause:BR-4.4 @needs:p1
  Scenario: Every value of a household that exports
    Given a prosumer household
    When the CEMS is started
    Then the CEMS shows every value as sent
