Feature: Objects may be added to the P1 telegram, and may move
  The operator may add data objects at any time and change their order. None that a CEMS knows is taken away. A CEMS
  finds each by its code and lets the others be.

  Background:
    Given a three-phase household
    And the CEMS is reading P1

  @id:p1-unknown-object-first @must @clause:BR-4.5.1 @clause:DSMR-6.13 @needs:p1
  Scenario: An unknown object before all others
    When the telegrams carry "1-0:199.7.0(00.123*kW)" first
    Then the CEMS shows every value as sent

  @id:p1-unknown-object-last @must @clause:BR-4.5.1 @clause:DSMR-6.13 @needs:p1
  Scenario: An unknown object after all others
    When the telegrams carry "1-0:199.7.0(00.123*kW)" last
    Then the CEMS shows every value as sent

  @id:p1-unknown-object-between @must @clause:BR-4.5.1 @clause:DSMR-6.13 @needs:p1
  Scenario: An unknown object between two known ones
    When the telegrams carry "1-0:199.7.0(00.123*kW)" before "1-0:1.7.0"
    Then the CEMS shows every value as sent

  @id:p1-unknown-object-in-sub-meter @must @clause:BR-4.5.1 @needs:p1
  Scenario: An unknown object within the block of the gas meter
    When the telegrams carry "0-1:24.9.9(00042.000*m3)" before "0-1:24.2.3"
    Then the CEMS shows every value as sent

  @id:p1-unknown-unit @must @clause:BR-4.5.1 @needs:p1
  Scenario: An unknown object in a unit that no other has
    When the telegrams carry "1-0:14.7.0(50.01*Hz)" after "1-0:2.7.0"
    Then the CEMS shows every value as sent

  @id:p1-unknown-several-groups @must @clause:BR-4.5.1 @needs:p1
  Scenario: An unknown object with several groups of values
    When the telegrams carry "1-0:99.97.1(2)(0-0:96.7.19)(260110080000W)(0000000240*s)(260111080000W)(0000000301*s)" before "1-0:32.7.0"
    Then the CEMS shows every value as sent

  @id:p1-unknown-long-value @must @clause:BR-4.5.1 @needs:p1
  Scenario: An unknown object with a value of 2048 characters
    When the telegrams carry an unknown object with a value of 2048 characters before "0-0:96.13.0"
    Then the CEMS shows every value as sent

  @id:p1-objects-reversed @must @clause:BR-4.5.1 @clause:DSMR-6.13 @needs:p1
  Scenario: The objects in reverse order
    When the objects come in reverse order
    Then the CEMS shows every value as sent

  @id:p1-objects-shuffled @must @clause:BR-4.5.1 @clause:DSMR-6.13 @needs:p1
  Scenario: The objects in another order in every telegram
    When the objects come in another order in every telegram
    Then the CEMS shows every value as sent

  @id:p1-sub-meters-first @must @clause:BR-4.5.1 @needs:p1
  Scenario: Gas and water before electricity
    When the sub-meters come before everything else
    Then the CEMS shows every value as sent

  @id:p1-edition-unknown @must @clause:BR-4.5.1 @clause:BR-4.4 @needs:p1
  Scenario: An edition number that nobody knows yet
    When the telegrams carry "0-0:96.1.4(50230)" instead of "0-0:96.1.4"
    Then the CEMS shows every value as sent

  @id:p1-telegram-4371-octets @must @clause:BR-4.5.1 @clause:BR-4.3 @needs:p1
  Scenario: A telegram of 4371 octets
    When the telegrams grow to 4371 octets
    Then the CEMS shows every value as sent
