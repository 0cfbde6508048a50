Feature: Registers roll, quarters and months end, clocks change
  What only grows falls at some time, and what is sorted by time has an hour twice.

  @id:register-rolls-over @must @clause:BR-4.2 @clause:FIELD-M33 @needs:p1
  Scenario: A register passes 999999.999 kWh
    Given a three-phase household
    And the time is 2026-01-15T12:00:00+01:00
    And the register of energy imported by day stands at "999999.9996 kWh"
    And the CEMS is reading P1
    When the clock reaches 2026-01-15T12:00:06+01:00
    Then the CEMS shows every value as sent

  @id:quarter-ends @must @clause:BR-4.2 @clause:EMUCS-P1-1.7 @clause:FIELD-M33 @needs:p1
  Scenario: The average demand falls to zero when a quarter ends
    Given a three-phase household
    And the time is 2026-01-15T12:14:56+01:00
    And the CEMS is reading P1
    When the clock reaches 2026-01-15T12:15:01+01:00
    Then the CEMS shows every value as sent

  @id:month-ends @must @clause:BR-4.2 @clause:EMUCS-P1-1.7 @clause:FIELD-M33 @needs:p1
  Scenario: A month ends: the peak starts anew and the history of 13 months rolls
    Given a second-generation household
    And the time is 2026-01-31T23:59:56+01:00
    And the CEMS is reading P1
    When the clock reaches 2026-02-01T00:00:01+01:00
    Then the CEMS shows every value as sent

  @id:history-13-months @must @clause:BR-4.2 @clause:EMUCS-P1-1.7 @needs:p1
  Scenario: A history of 13 months
    Given a second-generation household
    And its meter remembers 13 months
    When the CEMS is started
    Then the CEMS shows demand-history and demand-peak as sent

  @id:history-empty @must @clause:EMUCS-P1-1.7 @clause:FIELD-M16 @needs:p1
  Scenario: No month in the history yet
    Given a single-phase household
    And the CEMS is reading P1
    When the telegrams carry "0-0:98.1.0(0)(1-0:1.6.0)(1-0:1.6.0)()" instead of "0-0:98.1.0"
    Then the CEMS shows every value as sent
    When the telegrams are as before
    Then the CEMS shows every value as sent

  @id:history-without-any-value @must @clause:EMUCS-P1-1.7 @clause:FIELD-M16 @needs:p1
  Scenario: A history that is nothing but empty
    Given a single-phase household
    And the CEMS is reading P1
    When the telegrams carry "0-0:98.1.0()" instead of "0-0:98.1.0"
    Then the CEMS shows every value as sent
    When the telegrams carry "0-0:98.1.0(0)()" instead of "0-0:98.1.0"
    Then the CEMS shows every value as sent
    When the telegrams carry "0-0:98.1.0(1)()()()" instead of "0-0:98.1.0"
    Then the CEMS shows every value as sent
    When the telegrams are as before
    Then the CEMS shows every value as sent

  @id:history-count-without-entries @should @clause:FIELD-M15 @needs:p1
  Scenario: A history that announces 12 months and has none
    Given a single-phase household
    And the CEMS is reading P1
    When the telegrams carry "0-0:98.1.0(12)" instead of "0-0:98.1.0"
    Then the CEMS shows every value as sent
    When the telegrams are as before
    Then the CEMS shows every value as sent

  @id:history-month-never-measured @must @clause:EMUCS-P1-1.7 @clause:FIELD-M14 @needs:p1
  Scenario: A month in the history that was never measured
    Given a single-phase household
    And the CEMS is reading P1
    When the telegrams carry "0-0:98.1.0(2)(1-0:1.6.0)(1-0:1.6.0)(251201000000W)(632525252525W)(00.000*kW)(260101000000W)(251203081500W)(03.413*kW)" instead of "0-0:98.1.0"
    Then the CEMS shows every value as sent
    When the telegrams are as before
    Then the CEMS shows every value as sent

  @id:history-month-never-measured-second-generation @should @clause:EMUCS-P1-1.7 @clause:FIELD-M14 @needs:p1
  Scenario: A month that was never measured, as the second generation prints it: with its own first instant
    Given a second-generation household
    And the CEMS is reading P1
    When the telegrams carry "0-0:98.1.0(2)(1-0:1.6.0)(1-0:1.6.0)(251201000000W)(251101000000W)(00.000*kW)(260101000000W)(251203081500W)(03.413*kW)" instead of "0-0:98.1.0"
    Then the CEMS shows every value as sent

  @id:clock-changes-in-spring @must @clause:BR-4.2 @clause:FIELD-M18 @needs:p1
  Scenario: The clock jumps from 02:00 to 03:00
    Given a three-phase household
    And the time is 2026-03-29T01:59:56+01:00
    And the CEMS is reading P1
    When the clock reaches 2026-03-29T03:00:01+02:00
    Then the CEMS shows every value as sent

  @id:clock-changes-in-autumn @must @clause:BR-4.2 @clause:FIELD-M18 @needs:p1
  Scenario: The clock shows the hour from 02:00 a second time
    Given a three-phase household
    And the time is 2026-10-25T02:59:56+02:00
    And the CEMS is reading P1
    When the clock reaches 2026-10-25T02:00:01+01:00
    Then the CEMS shows every value as sent
