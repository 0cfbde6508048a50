Feature: Gas, water and heat are found by their device type
  Channels are given in order of installation. Gas may stand on any of them, behind water, twice, or not at all.

  @id:p1-gas-on-channel-3 @must @clause:BR-3 @clause:BR-4.5.1 @needs:p1
  Scenario: Gas on channel 3, water on channel 1
    Given a three-phase household
    And its sub-meters are water on channel 1 and gas on channel 3
    When the CEMS is started
    Then the CEMS shows every value as sent

  @id:gas-never-heard @must @clause:BR-3 @clause:FIELD-M13 @needs:p1
  Scenario: A gas meter that was installed and never heard
    Given a three-phase household
    And its sub-meters are gas on channel 1 never heard and water on channel 2
    When the CEMS is started
    Then the CEMS shows no gas-volume
    And the CEMS shows every value as sent

  @id:water-only @must @clause:BR-3 @clause:FIELD-M20 @needs:p1
  Scenario: Water and no gas
    Given a three-phase household
    And its sub-meters are water on channel 1
    When the CEMS is started
    Then the CEMS shows no gas-volume
    And the CEMS shows every value as sent

  @id:no-sub-meters @must @clause:BR-3 @needs:p1
  Scenario: No sub-meter at all
    Given a three-phase household
    And it has no sub-meters
    When the CEMS is started
    Then the CEMS shows every value as sent

  @id:gas-exchanged @should @clause:FIELD-M19 @needs:p1
  Scenario: Two gas meters after an exchange: the one that counts is shown
    Given a three-phase household
    And its sub-meters are gas on channel 1 last heard yesterday and gas on channel 2
    When the CEMS is started
    Then the CEMS shows gas-volume and gas-time as sent
    And the CEMS shows every value as sent
