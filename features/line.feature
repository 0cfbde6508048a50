Feature: Only whole telegrams under a right CRC count
  Lines lose bits. A telegram whose CRC is wrong says nothing, and the next good one is read.

  Background:
    Given a three-phase household
    And the CEMS is reading P1

  @id:p1-wrong-crc @must @clause:BR-4.3 @clause:DSMR-6.2 @needs:p1
  Scenario: Three telegrams under a wrong CRC
    When 3 telegrams have a wrong CRC
    Then the CEMS shows every value as sent within 2 telegrams
    And the CEMS has shown nothing that was not sent

  @id:p1-wrong-digit @must @clause:BR-4.3 @clause:FIELD-M04 @needs:p1
  Scenario: A digit of the power is wrong, under the CRC of the right one
    When the first digit of "1-0:1.7.0" is wrong in 2 telegrams
    Then the CEMS shows every value as sent within 2 telegrams
    And the CEMS has shown nothing that was not sent

  @id:p1-cut-telegrams @must @clause:BR-4.3 @clause:FIELD-M01 @needs:p1
  Scenario: Telegrams that break off: nothing of them counts
    When 2 telegrams end after 60 percent of their octets
    Then the CEMS shows every value as sent within 2 telegrams
    And the CEMS has shown nothing that was not sent

  @id:p1-cut-telegram-costs-no-other @should @clause:FIELD-M28 @needs:p1
  Scenario: After a telegram that broke off the very next one is read
    When 1 telegrams end after 60 percent of their octets
    Then the CEMS shows every value as sent within 1 telegrams

  @id:p1-leads-one-way @should @clause:BR-4.2-one-way @needs:p1
  Scenario: Nothing is sent to the meter
    Then the CEMS sends nothing to the meter during 2 telegrams
    And the CEMS shows every value as sent
