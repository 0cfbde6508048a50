Feature: Samples become voltages, currents and powers
  What a CEMS works out of the samples lies within a band around what was sampled: voltage 0.5 %, current 1 % and 5 mA,
  power 1 % and 2 W, frequency 20 mHz. Rate, wiring and layout stand in every telegram; none of them is a constant.

  @must @clause:BR-5.2 @clause:EMUCS-H-4.3 @needs:s1
  Scenario Outline: <wiring>, <sampling>, neutral conductor: it <neutral> its current
    Given a steady-<wiring> household
    And its meter samples at <sampling>
    And its meter <neutral> the current of the neutral conductor
    When the CEMS is started
    Then the CEMS shows every figure of S1 as sampled
    And the CEMS shows the s1-wiring "<wiring>"

    @id:s1-info-0a
    Examples:
      | wiring | sampling | neutral |
      | single-phase | 52/period | does not measure |

    @id:s1-info-08
    Examples:
      | wiring | sampling | neutral |
      | single-phase | 2600 | does not measure |

    @id:s1-info-1a
    Examples:
      | wiring | sampling | neutral |
      | single-phase | 52/period | measures |

    @id:s1-info-0f
    Examples:
      | wiring | sampling | neutral |
      | star | 52/period | does not measure |

    @id:s1-info-0d
    Examples:
      | wiring | sampling | neutral |
      | star | 2600 | does not measure |

    @id:s1-info-1f
    Examples:
      | wiring | sampling | neutral |
      | star | 52/period | measures |

    @id:s1-info-1d
    Examples:
      | wiring | sampling | neutral |
      | star | 2600 | measures |

    @id:s1-info-0b
    Examples:
      | wiring | sampling | neutral |
      | delta | 52/period | does not measure |

    @id:s1-info-09
    Examples:
      | wiring | sampling | neutral |
      | delta | 2600 | does not measure |

  @must @clause:EMUCS-H-4.3 @needs:s1
  Scenario Outline: A golden telegram, <what>: its figures worked by hand
    Given a steady-<wiring> household
    When the CEMS is started
    And every telegram of S1 carries what this one does, "<telegram>"
    Then the CEMS shows s1-voltage-rms-l1 near "<u1>"
    And the CEMS shows s1-current-rms-l1 near "<i1>"
    And the CEMS shows s1-power near "<power>"
    And the CEMS shows s1-frequency near "<frequency>"
    And the CEMS shows s1-rate near "<rate>"
    And the CEMS shows the s1-wiring "<wiring>"

    @id:s1-golden-published
    Examples:
      | what | wiring | telegram | u1 | i1 | power | frequency | rate |
      | the one printed in e-MUCS H 1.3 | single-phase | 7E802BFF0300000000000000000000000000000A34C3BB0F0B150005FA00000000000000000000000000C5B27E | 70.925 | 1.530 | 108.515 | 50.107 | 2605.564 |

    @id:s1-golden-star
    Examples:
      | what | wiring | telegram | u1 | i1 | power | frequency | rate |
      | a star with currents beyond 16 bit | star | 7E802BFF0331534147333130303030303737370D1AC31E002328003039E4A8FEEE90FB500009C400000021527E | 225.000 | 12.345 | 14952.625 | 49.950 | 2600.000 |

    @id:s1-golden-delta
    Examples:
      | what | wiring | telegram | u1 | i1 | power | frequency | rate |
      | a delta that gives | delta | 7E802BFF0331534147333130303030303737370B34C36400238CFFE0C0000000520810CCFFCD380000003F437E | 227.500 | 8.000 | -3217.500 | 50.020 | 2601.040 |

  @id:s1-single-phase-channels @must @clause:BR-5.2 @needs:s1
  Scenario: A single-phase meter has no L2, no L3 and no neutral current, and none is invented
    Given a steady-single-phase household
    And the CEMS is reading S1
    Then the CEMS shows none of s1-voltage-rms-l2, s1-current-rms-l2, s1-voltage-rms-l3, s1-current-rms-l3 and s1-current-rms-n

  @id:s1-delta-power @must @clause:BR-5.2-note @clause:EMUCS-P1-note-5 @needs:s1
  Scenario: Delta: the total power is that of two wattmeters, whose voltages stand 60 degrees apart
    Given a steady-delta household
    When the CEMS is started
    Then the CEMS shows s1-power, s1-voltage-rms-l1 and s1-voltage-rms-l3 as sampled

  @id:s1-delta-l2 @must @clause:BR-5.2-note @needs:s1
  Scenario: Delta: L2 has samples of 0 V and a current, and no sensor is broken
    Given a steady-delta household
    When the CEMS is started
    Then the CEMS shows s1-voltage-rms-l2 and s1-current-rms-l2 as sampled
    And the CEMS raises no alarm about a sensor

  @id:s1-large-current @must @clause:EMUCS-H-4.3 @needs:s1
  Scenario: A current beyond 32.767 A at its peak, which needs the third octet
    Given a steady-star household
    And the CEMS is reading S1
    When a heater of "12 kW" is switched on
    Then the CEMS shows s1-current-rms-l1 and s1-power as sampled

  @id:s1-extremes @must @clause:EMUCS-H-4.3 @needs:s1
  Scenario: Every sample at the limits of its field
    Given a steady-star household
    And the CEMS is reading S1
    When all samples of S1 stand at the limits of their fields
    Then the CEMS shows s1-voltage-rms-l1, s1-current-rms-l1, s1-current-rms-l2, s1-current-rms-l3 and s1-power as sampled

  @id:s1-export @must @clause:BR-5.2 @needs:s1
  Scenario: A home that gives: the power is negative
    Given a prosumer household
    When the CEMS is started
    Then the CEMS shows s1-power as sampled

  @id:s1-invalid-samples @must @clause:EMUCS-H-4.3 @needs:s1
  Scenario: Samples that are said to be invalid are not used
    Given a steady-star household
    And the CEMS is reading S1
    When 26 telegrams of S1 in a row say that their samples are invalid
    And a heater of "1 kW" is switched on
    And 1 s pass
    Then the CEMS shows every figure of S1 as sampled
    And the CEMS has counted every invalid telegram of S1 and no other
    And the CEMS has shown no figure of S1 that was not sampled

  @id:s1-neutral-appears @must @clause:BR-5.2 @clause:EMUCS-H-4.3 @needs:s1
  Scenario: The current of the neutral conductor is measured from some day on
    Given a steady-star household
    And the CEMS is reading S1
    When the current of the neutral conductor is measured from now on
    Then the CEMS shows s1-current-rms-n as sampled

  @must @clause:BR-5.4.2 @needs:s1
  Scenario Outline: Sampled at <sampling>
    Given a steady-star household
    And its S1 line has <line> bit/s
    And its meter samples at <sampling>
    When the CEMS is started
    Then the CEMS shows every figure of S1 as sampled
    And the CEMS is reading S1
    When a heater of "1 kW" is switched on
    And 2 s pass
    Then the CEMS shows every figure of S1 as sampled
    And the CEMS has counted every lost telegram of S1 and no other

    @id:s1-rate-2000
    Examples:
      | sampling | line |
      | 2000 | 1500000 |

    @id:s1-rate-2600
    Examples:
      | sampling | line |
      | 2600 | 1500000 |

    @id:s1-rate-52-per-period
    Examples:
      | sampling | line |
      | 52/period | 1500000 |

    @id:s1-rate-3200
    Examples:
      | sampling | line |
      | 3200 | 1500000 |

    @id:s1-rate-4000
    Examples:
      | sampling | line |
      | 4000 | 2000000 |

  @id:s1-rate-changes @case:S49 @must @clause:BR-5.4.2 @needs:s1
  Scenario: The rate changes while the stream runs
    Given a steady-star household
    And the CEMS is reading S1
    When the meter samples at 3200
    Then the CEMS shows s1-rate, s1-frequency and s1-power as sampled
    When the meter samples at 40/period
    Then the CEMS shows s1-rate, s1-frequency and s1-power as sampled
    And the CEMS has counted every lost telegram of S1 and no other
    And the CEMS has shown no figure of S1 that was not sampled

  @id:s1-frequency-ramp @case:S50 @must @clause:BR-5.4.2 @clause:EMUCS-H-4.3 @needs:s1
  Scenario: At 52 samples a period the rate follows the network from 47 to 52 Hz
    Given a steady-single-phase household
    And the CEMS is reading S1
    When the frequency of the network moves to "47 Hz" within 0 s
    And 2 s pass
    Then the CEMS shows every figure of S1 as sampled
    When the frequency of the network moves to "52 Hz" within 5 s
    And 1 s pass
    Then the CEMS shows every figure of S1 as sampled
    And the CEMS has counted every lost telegram of S1 and no other
    And the CEMS has shown no figure of S1 that was not sampled

  @id:s1-meter-exchanged @must @clause:EMUCS-H-4.3 @needs:s1
  Scenario: The meter is exchanged
    Given a steady-star household
    And the CEMS is reading S1
    When the meter is exchanged for one with the id 1SAG3100000777
    Then the CEMS shows every figure of S1 as sampled
    And the CEMS shows the s1-meter-id "1SAG3100000777"
    And the CEMS has counted every lost telegram of S1 and no other
