Feature: Delta networks have no voltage on L2
  On a three-wire network of 3x230 V, L2 is the reference of the meter. Its voltage and its power read zero; its current
  is real. Power stands under L1 and L3 (two wattmeters), one of which may be negative.

  Background:
    Given a delta household

  @id:delta-voltage-l2-zero @must @clause:BR-5.2-note @clause:EMUCS-P1-note-5 @needs:p1
  Scenario: L2 without voltage and with current
    When the CEMS is started
    Then the CEMS shows voltage-l2, current-l2, power-import-l2 and power-export-l2 as sent
    And the CEMS raises no alarm about a sensor

  @id:delta-opposite-signs @must @clause:BR-5.2-note @clause:EMUCS-P1-note-5 @needs:p1
  Scenario: L1 exports while L3 imports
    When the CEMS is started
    Then the CEMS shows power-import, power-export, power-export-l1 and power-import-l3 as sent

  @id:delta-grid-absent @must @clause:BR-5.2-note @needs:p1
  Scenario: Every value of a first-generation meter, which does not name its grid
    When the CEMS is started
    Then the CEMS shows no grid
    And the CEMS shows every value as sent
    And the CEMS raises no alarm about a sensor

  @id:delta-grid-present @must @clause:BR-5.2-note @clause:BR-4.4 @needs:p1
  Scenario: Every value of a second-generation meter, which names its grid
    Given its meter follows edition 50221
    When the CEMS is started
    Then the CEMS shows every value as sent
    And the CEMS raises no alarm about a sensor

  @id:delta-first-edition @must @clause:BR-5.2-note @clause:BR-4.4 @needs:p1
  Scenario: Every value of the first edition: whole amperes and no power per phase
    Given its meter follows edition 50213
    When the CEMS is started
    Then the CEMS shows every value as sent
    And the CEMS raises no alarm about a sensor
