Feature: Several devices listen to one meter
  Ports lead one way, so a customer may have several devices on them. What another one does costs a CEMS nothing.

  @id:p1-beside-another @must @clause:BR-6.2 @needs:p1
  Scenario: Another device reads P1 too
    Given a three-phase household
    And another device is on P1
    When the CEMS is started
    Then the CEMS shows every value as sent
    And the other device on P1 has all that has left

  @id:p1-beside-one-that-takes-nothing @must @clause:BR-6.2 @needs:p1
  Scenario: Another device on P1 takes nothing any more
    Given a three-phase household
    And another device is on P1
    And the CEMS is reading P1
    When the operator writes a text of 1024 characters
    And the other device on P1 takes nothing until nothing has left for it during 3 s
    Then the CEMS shows every value as sent within 2 telegrams

  @id:p1-beside-one-that-returns @must @clause:BR-6.2 @needs:p1
  Scenario: Another device on P1 leaves and returns, and something happens meanwhile
    Given a three-phase household
    And another device is on P1
    And the CEMS is reading P1
    When the breaker becomes "ready to reconnect"
    And the other device on P1 leaves, and returns when it has missed 2 telegrams
    Then the CEMS shows every value as sent within 2 telegrams

  @id:p1-beside-one-that-sends @must @clause:BR-6.2 @needs:p1
  Scenario: Another device on P1 floods the port, and the line loses a bit
    Given a three-phase household
    And another device is on P1
    And the CEMS is reading P1
    When the other device on P1 sends 20000 octets to the meter, and goes on
    And the first digit of "1-0:1.7.0" is wrong in 2 telegrams
    Then the CEMS shows every value as sent within 2 telegrams
    And the CEMS has shown nothing that was not sent

  @id:both-beside-others-consent @must @clause:BR-6.2 @clause:BR-6.1 @needs:p1 @needs:s1
  Scenario: Consent ends for all devices on both ports
    Given a three-phase household
    And another device is on P1
    And another device is on S1
    And the CEMS is reading P1
    And the CEMS is reading S1
    When the customer withdraws consent
    Then the CEMS presents nothing as current
    And the other device on P1 gets nothing either
    And the other device on S1 gets nothing either

  @id:s1-beside-another @must @clause:BR-6.2 @needs:s1
  Scenario: Another device reads S1 too
    Given a steady-star household
    And another device is on S1
    When the CEMS is started
    Then the CEMS shows every figure of S1 as sampled
    And the other device on S1 has all that has left

  @id:s1-beside-one-that-takes-nothing @must @clause:BR-6.2 @needs:s1
  Scenario: Another device on S1 takes nothing any more
    Given a steady-star household
    And another device is on S1
    And the CEMS is reading S1
    When the other device on S1 takes nothing until nothing has left for it during 1 s
    And a heater of "2 kW" is switched on
    Then the CEMS shows every figure of S1 as sampled
    And the CEMS has counted every lost telegram of S1 and no other

  @id:s1-beside-one-that-returns @must @clause:BR-6.2 @needs:s1
  Scenario: Another device on S1 leaves and returns, and the rate changes meanwhile
    Given a steady-star household
    And another device is on S1
    And the CEMS is reading S1
    When the meter samples at 3200
    And the other device on S1 leaves, and returns when it has missed 200 batches
    And a heater of "2 kW" is switched on
    Then the CEMS shows every figure of S1 as sampled

  @id:s1-beside-one-that-sends @must @clause:BR-6.2 @needs:s1
  Scenario: Another device on S1 floods the port, and the meter marks samples as invalid
    Given a steady-star household
    And another device is on S1
    And the CEMS is reading S1
    When the other device on S1 sends 100000 octets to the meter, and goes on
    And 26 telegrams of S1 in a row say that their samples are invalid
    And 1 s pass
    And a heater of "2 kW" is switched on
    Then the CEMS shows every figure of S1 as sampled
    And the CEMS has counted every invalid telegram of S1 and no other
