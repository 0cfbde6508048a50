Feature: Telegrams of S1 that go wrong
  A wrong octet costs exactly the telegram it is in; what is no telegram costs none. What a telegram says about itself may
  be odd and its check sequence right: then it is read, and what cannot be is not believed.

  @must @clause:EMUCS-H-4.2.2 @needs:s1
  Scenario Outline: <case>: <what>
    Given a steady-star household
    And the CEMS is reading S1
    When 28 telegrams of S1, each 47th, suffer "<case>"
    And a heater of "1 kW" is switched on
    And 2 s pass
    Then the CEMS shows every figure of S1 as sampled
    And the CEMS has counted every lost telegram of S1 and no other
    And the CEMS has shown no figure of S1 that was not sampled

    @id:case-s01 @case:S01
    Examples:
      | case | what |
      | S01 | a wrong bit |
    @id:case-s02 @case:S02
    Examples:
      | case | what |
      | S02 | an octet less, one more, one twice |
    @id:case-s03 @case:S03
    Examples:
      | case | what |
      | S03 | two octets swapped |
    @id:case-s04 @case:S04
    Examples:
      | case | what |
      | S04 | a burst of 16 bits |
    @id:case-s05 @case:S05
    Examples:
      | case | what |
      | S05 | a stop bit that is 0 |
    @id:case-s06 @case:S06
    Examples:
      | case | what |
      | S06 | noise between telegrams |
    @id:case-s07 @case:S07
    Examples:
      | case | what |
      | S07 | a pause between telegrams |
    @id:case-s08 @case:S08
    Examples:
      | case | what |
      | S08 | a pause in the middle of one |
    @id:case-s11 @case:S11
    Examples:
      | case | what |
      | S11 | flags between telegrams |
    @id:case-s12 @case:S12
    Examples:
      | case | what |
      | S12 | it ends early |
    @id:case-s13 @case:S13
    Examples:
      | case | what |
      | S13 | the flags between two are missing |
    @id:case-s14 @case:S14
    Examples:
      | case | what |
      | S14 | a wrong length octet |
    @id:case-s15 @case:S15
    Examples:
      | case | what |
      | S15 | a format of another type |
    @id:case-s19 @case:S19
    Examples:
      | case | what |
      | S19 | the FCS of another polynomial |
    @id:case-s20 @case:S20
    Examples:
      | case | what |
      | S20 | the octets of the FCS swapped |
    @id:case-s21 @case:S21
    Examples:
      | case | what |
      | S21 | an FCS of zeros, of ones |
    @id:case-s22 @case:S22
    Examples:
      | case | what |
      | S22 | it breaks off with an abort |
    @id:case-s23 @case:S23
    Examples:
      | case | what |
      | S23 | it is escaped |
    @id:case-s24 @case:S24
    Examples:
      | case | what |
      | S24 | an empty frame |
    @id:case-s25 @case:S25
    Examples:
      | case | what |
      | S25 | a frame without data |
    @id:case-s26 @case:S26
    Examples:
      | case | what |
      | S26 | a frame that is too short |

  @must @clause:EMUCS-H-4.2.2 @needs:s1
  Scenario Outline: <case>: <what>
    Given a steady-star household
    And the CEMS is reading S1
    When 28 telegrams of S1, each 47th, suffer "<case>"
    And a heater of "1 kW" is switched on
    And 2 s pass
    Then the CEMS shows every figure of S1 as sampled
    And the CEMS has shown no figure of S1 that was not sampled

    @id:case-s10 @case:S10
    Examples:
      | case | what |
      | S10 | a flag that two telegrams share |
    @id:case-s27 @case:S27
    Examples:
      | case | what |
      | S27 | a frame of 2047 octets between telegrams |
    @id:case-s16 @case:S16
    Examples:
      | case | what |
      | S16 | the bit of a segment |
    @id:case-s28 @case:S28
    Examples:
      | case | what |
      | S28 | a meter id of zeros, of no letters |
    @id:case-s29 @case:S29
    Examples:
      | case | what |
      | S29 | the meter id of another meter |
    @id:case-s35 @case:S35
    Examples:
      | case | what |
      | S35 | a version that nobody knows |

  @must @clause:EMUCS-H-4.3 @needs:s1
  Scenario Outline: <case> in every telegram: <what>
    Given a <household> household
    And the CEMS is reading S1
    When every telegram of S1 suffers "<case>"
    And a heater of "1 kW" is switched on
    And 1 s pass
    Then the CEMS shows <figures> as sampled
    When the telegrams are as before
    And a heater of "2 kW" is switched on
    And 1 s pass
    Then the CEMS shows every figure of S1 as sampled

    @id:case-s30 @case:S30
    Examples:
      | case | what | household | figures |
      | S30 | single-phase meter, samples of L2 and L3 | steady-star | s1-voltage-rms-l1, s1-current-rms-l1 and s1-wiring |
    @id:case-s31 @case:S31
    Examples:
      | case | what | household | figures |
      | S31 | three wires, a voltage of L2 | steady-star | s1-voltage-rms-l1, s1-current-rms-l2 and s1-wiring |
    @id:case-s32 @case:S32
    Examples:
      | case | what | household | figures |
      | S32 | four wires, no voltage of L2 | steady-star | s1-voltage-rms-l1, s1-current-rms-l1, s1-current-rms-l2 and s1-power |
    @id:case-s33 @case:S33
    Examples:
      | case | what | household | figures |
      | S33 | a current N that is not measured | steady-star | s1-current-rms-n, s1-current-rms-l1 and s1-power |
    @id:case-s36 @case:S36
    Examples:
      | case | what | household | figures |
      | S36 | a rate of 0, of less, of too much | steady-star | s1-voltage-rms-l1, s1-voltage-rms-l3, s1-current-rms-l1 and s1-current-rms-l3 |
    @id:case-s38 @case:S38
    Examples:
      | case | what | household | figures |
      | S38 | a frequency that cannot be | steady-star | s1-voltage-rms-l1, s1-voltage-rms-l3, s1-current-rms-l1 and s1-current-rms-l3 |
    @id:case-s40 @case:S40
    Examples:
      | case | what | household | figures |
      | S40 | samples at their limits | steady-star | s1-voltage-rms-l1, s1-current-rms-l1, s1-current-rms-l2 and s1-power |
    @id:case-s41 @case:S41
    Examples:
      | case | what | household | figures |
      | S41 | -1 in a voltage and a current | steady-star | s1-voltage-rms-l1, s1-current-rms-l1, s1-current-rms-l2 and s1-power |
    @id:case-s42 @case:S42
    Examples:
      | case | what | household | figures |
      | S42 | a direct current | steady-star | s1-voltage-rms-l1, s1-current-rms-l1, s1-current-rms-l2 and s1-power |
    @id:case-s43 @case:S43
    Examples:
      | case | what | household | figures |
      | S43 | L2 and L3 exchanged | steady-star | s1-voltage-rms-l2, s1-current-rms-l2, s1-current-rms-l3 and s1-power |
    @id:case-s44 @case:S44
    Examples:
      | case | what | household | figures |
      | S44 | a current the wrong way round | steady-star | s1-voltage-rms-l1, s1-current-rms-l1, s1-current-rms-l2 and s1-power |
    @id:case-s45 @case:S45
    Examples:
      | case | what | household | figures |
      | S45 | L1 and L3 exchanged | steady-delta | s1-voltage-rms-l1, s1-current-rms-l1, s1-current-rms-l2 and s1-power |
    @id:case-s46 @case:S46
    Examples:
      | case | what | household | figures |
      | S46 | telegrams that stray | steady-star | s1-voltage-rms-l1, s1-current-rms-l1, s1-current-rms-l2 and s1-power |
    @id:case-s48 @case:S48
    Examples:
      | case | what | household | figures |
      | S48 | telegrams in bursts of 16 ms | steady-star | s1-voltage-rms-l1, s1-current-rms-l1, s1-current-rms-l2 and s1-power |

  @must @clause:EMUCS-H-4.2.2 @needs:s1
  Scenario Outline: <what>: nothing of it is believed
    Given a steady-star household
    And the CEMS is reading S1
    When 300 telegrams of S1, each 7th, suffer "<fault>"
    And a heater of "1 kW" is switched on
    And 2 s pass
    Then the CEMS shows every figure of S1 as sampled
    And the CEMS has shown no figure of S1 that was not sampled

    @id:case-s17 @case:S17
    Examples:
      | what | fault |
      | Another address | saturate + frame-header:to=802B01 |

    @id:case-s18 @case:S18
    Examples:
      | what | fault |
      | Another control octet | saturate + frame-header:to=802BFF13 |

  @id:case-s09 @case:S09 @must @clause:EMUCS-H-4.2.2 @needs:s1
  Scenario: S09: no opening flag after a pause
    Given a steady-star household
    And the CEMS is reading S1
    When 50 telegrams of S1, each 47th, suffer "delay:by=1ms + no-flag:which=opening"
    And a heater of "1 kW" is switched on
    And 2 s pass
    Then the CEMS shows every figure of S1 as sampled
    And the CEMS has shown no figure of S1 that was not sampled

  @id:case-s34 @case:S34 @must @clause:EMUCS-H-4.3 @needs:s1
  Scenario: S34: runs of telegrams whose samples are invalid
    Given a steady-star household
    And the CEMS is reading S1
    When 300 telegrams of S1, each 2nd, suffer "S34"
    And a heater of "1 kW" is switched on
    And 2 s pass
    Then the CEMS shows every figure of S1 as sampled
    And the CEMS has counted every invalid telegram of S1 and no other
    And the CEMS has shown no figure of S1 that was not sampled

  @must @clause:BR-5.3 @needs:s1
  Scenario Outline: For some time <what>
    Given a steady-star household
    And the CEMS is reading S1
    When for 2 s every telegram of S1 suffers "<case>"
    And a heater of "1 kW" is switched on
    And 2 s pass
    Then the CEMS shows every figure of S1 as sampled
    And the CEMS has shown no figure of S1 that was not sampled

    @id:case-s39-stuck @case:S39
    Examples:
      | case | what |
      | sequence:how=stuck | the same number for ever, then as they should be |

    @id:case-s39-skips @case:S39
    Examples:
      | case | what |
      | sequence:how=skips | every second number, then as they should be |

    @id:case-s39-backwards @case:S39
    Examples:
      | case | what |
      | sequence:how=backwards | numbers that count down, then as they should be |

    @id:case-s39-wraps-to-1 @case:S39
    Examples:
      | case | what |
      | sequence:how=wraps-to-1 | 1 after 255, then as they should be |

    @id:case-s39-random @case:S39
    Examples:
      | case | what |
      | sequence:how=random | numbers as chance has them, then as they should be |

    @id:case-s37 @case:S37
    Examples:
      | case | what |
      | S37 | a rate that is not that of the stream, then its own |

    @id:case-s51 @case:S51
    Examples:
      | case | what |
      | S51 | the line is read at another bit rate, then at its own |
