Feature: Telegrams of S1 are found by length, flags and check sequence
  S1 has no octet stuffing: 7E and 7D stand in telegrams as they come. A CEMS that frames by them alone loses samples; one
  that does not check the FCS believes noise. Every telegram is numbered, so that what is missing can be counted.

  Background:
    Given a steady-star household

  @id:s1-raw-7e-7d @must @clause:BR-5.3 @clause:EMUCS-H-4.2.2 @needs:s1
  Scenario: 7E in every telegram for ten seconds, and nothing is lost
    Given the CEMS is reading S1
    When the frequency of the network moves to "50.046 Hz" within 0 s
    And 10 s pass
    Then the CEMS shows every figure of S1 as sampled
    And the CEMS has counted every lost telegram of S1 and no other

  @id:s1-number-wraps @case:S47 @must @clause:EMUCS-H-4.2.3 @needs:s1
  Scenario: The number goes from 255 to 0
    Given the CEMS is reading S1
    When a heater of "1 kW" is switched on
    And 2 s pass
    Then the CEMS shows every figure of S1 as sampled
    And the CEMS has counted every lost telegram of S1 and no other

  @id:s1-any-first-number @must @clause:EMUCS-H-4.2.3 @needs:s1
  Scenario: The first telegram has any number
    Given its first telegram of S1 has number 201
    When the CEMS is started
    Then the CEMS shows every figure of S1 as sampled
    And the CEMS has counted every lost telegram of S1 and no other

  @id:s1-every-start @case:S52 @must @clause:BR-5.3 @clause:EMUCS-H-4.2.2 @needs:s1
  Scenario: Begun at every octet of a telegram in turn, it finds the next one
    Given the CEMS is reading S1
    When the stream of S1 breaks off and begins anew at every octet of a telegram in turn
    And a heater of "1 kW" is switched on
    And 1 s pass
    Then the CEMS shows every figure of S1 as sampled
    And the CEMS has counted every lost telegram of S1 and no other
    And the CEMS has shown no figure of S1 that was not sampled

  @must @clause:BR-5.3 @clause:ISO13239-4.3 @needs:s1
  Scenario Outline: <what> between telegrams costs none of them
    Given the CEMS is reading S1
    When 40 telegrams of S1, each 45th, come after "<octets>"
    And a heater of "1 kW" is switched on
    And 1 s pass
    Then the CEMS shows every figure of S1 as sampled
    And the CEMS has counted every lost telegram of S1 and no other

    @id:s1-fill-flags
    Examples:
      | what       | octets            |
      | Flags      | 7E 7E 7E          |

    @id:s1-noise-octets
    Examples:
      | what       | octets            |
      | Noise      | 00 55 AA FF 13 80 |

    @id:s1-begun-header
    Examples:
      | what       | octets            |
      | A header   | 7E 80 2B FF 03 31 |

    @id:s1-empty-frame
    Examples:
      | what       | octets                  |
      | No data    | 7E 80 06 FF 03 32 CA 7E |

  @id:s1-wrong-fcs @must @clause:BR-5.3 @clause:ISO13239-4.2.6 @needs:s1
  Scenario: A telegram with a wrong bit is lost, and nothing of it is believed
    Given the CEMS is reading S1
    When 20 telegrams of S1, each 57th, have a wrong bit
    And a heater of "1 kW" is switched on
    And 1 s pass
    Then the CEMS shows every figure of S1 as sampled
    And the CEMS has counted every lost telegram of S1 and no other
    And the CEMS has shown no figure of S1 that was not sampled

  @must @clause:EMUCS-H-4.2.3 @needs:s1
  Scenario Outline: <count> telegrams are missing
    Given the CEMS is reading S1
    When <count> telegrams of S1 are lost
    And a heater of "1 kW" is switched on
    And <after> s pass
    Then the CEMS shows every figure of S1 as sampled
    And the CEMS has counted every lost telegram of S1 and no other
    And the CEMS has shown no figure of S1 that was not sampled

    @id:s1-gap-1
    Examples:
      | count | after |
      | 1 | 1 |

    @id:s1-gap-13
    Examples:
      | count | after |
      | 13 | 1 |

    @id:s1-gap-255
    Examples:
      | count | after |
      | 255 | 1 |

    @id:s1-gap-256
    Examples:
      | count | after |
      | 256 | 1 |

    @id:s1-gap-3000
    Examples:
      | count | after |
      | 3000 | 2 |

  @must @clause:EMUCS-H-4.3 @clause:BR-5.3 @needs:s1
  Scenario Outline: Telegrams of another version, <what>, are skipped
    Given the CEMS is reading S1
    When 30 telegrams of S1, each 40th, are of the layout <layout>
    And a heater of "1 kW" is switched on
    And 1 s pass
    Then the CEMS shows every figure of S1 as sampled
    And the CEMS has counted every skipped telegram of S1 and no other
    And the CEMS has shown no figure of S1 that was not sampled

    @id:s1-unknown-version-longer
    Examples:
      | what | layout |
      | longer than today's | longer |

    @id:s1-unknown-version-reordered
    Examples:
      | what | layout |
      | as long as today's | reordered |

    @id:s1-unknown-version-batched
    Examples:
      | what | layout |
      | with ten samples in each | batched |

  @id:s1-bursts @must @clause:EMUCS-H-4.2.3 @needs:s1
  Scenario: Telegrams come in bursts of 16 ms, as an adapter on USB hands them over
    Given the CEMS is reading S1
    When S1 leaves in bursts of 16 ms
    And a heater of "1 kW" is switched on
    And 2 s pass
    Then the CEMS shows every figure of S1 as sampled
    And the CEMS has counted every lost telegram of S1 and no other

  @id:s1-jitter @must @clause:EMUCS-H-4.2.3 @needs:s1
  Scenario: Telegrams come a little early and late, as those of a measured meter
    Given the CEMS is reading S1
    When the batches of S1 stray by 28 µs
    And a heater of "1 kW" is switched on
    And 2 s pass
    Then the CEMS shows every figure of S1 as sampled
    And the CEMS has counted every lost telegram of S1 and no other
