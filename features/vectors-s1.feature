Feature: Every vector of S1 is played to the CEMS
  Each stands in for one telegram of a running meter, the one that has its number where it has one, and good ones come
  before it and after it. Those of a file that are about one thing come one after the other.


  @id:by-name @vector @must @clause:EMUCS-H-4.3 @needs:s1
  Scenario Outline: vectors-s1-telegrams-<topic>
    Given a steady-star household
    And the CEMS is reading S1
    When the vectors of "s1-telegrams.json" about "<topic>" come on S1, each in the place of a telegram
    And a heater of "1 kW" is switched on
    And 2 s pass
    Then the CEMS shows every figure of S1 as sampled
    And the CEMS has shown no figure of S1 that was not sampled

    Examples: s1-telegrams.json
      | topic |
      | meter-id |
      | plain |
      | delta-samples |
      | rate |
      | valid-samples |
      | limits-of-fields |
      | raw-7e |
      | raw-7d |
      | forward |
      | contradiction |
      | frequency |
      | waves |

  @id:by-name @vector @must @clause:EMUCS-H-4.2.2 @needs:s1
  Scenario Outline: vectors-s1-invalid-<topic>
    Given a steady-star household
    And the CEMS is reading S1
    When the vectors of "s1-invalid.json" about "<topic>" come on S1, each in the place of a telegram
    And a heater of "1 kW" is switched on
    And 2 s pass
    Then the CEMS shows every figure of S1 as sampled
    And the CEMS has shown no figure of S1 that was not sampled

    Examples: s1-invalid.json
      | topic |
      | header |
      | length |
      | fcs |
      | transparency |

  @id:by-name @vector @must @clause:EMUCS-H-4.2.2 @needs:s1
  Scenario Outline: vectors-s1-streams-<topic>
    Given a steady-star household
    And the CEMS is reading S1
    When the vectors of "s1-streams.json" about "<topic>" come on S1, each in the place of a telegram
    And a heater of "1 kW" is switched on
    And 2 s pass
    Then the CEMS shows every figure of S1 as sampled
    And the CEMS has shown no figure of S1 that was not sampled

    Examples: s1-streams.json
      | topic |
      | plain |
      | flags-within |
      | start |
      | broken |
      | between-frames |
      | fill |
      | not-of-this-port |
      | gap |
      | settings |
