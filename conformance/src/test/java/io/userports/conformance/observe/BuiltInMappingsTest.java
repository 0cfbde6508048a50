package io.userports.conformance.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.userports.conformance.cems.Mapping;
import io.userports.conformance.cems.Observations;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mapping that comes with the harness, with a document of that kind, written by hand. */
final class BuiltInMappingsTest {
    private static List<String> page(String mapping, String document) {
        return seen(mapping, true, Stream.of(Message.of(document)));
    }

    /** Each line is a topic, a blank, and the text. */
    private static List<String> messages(String mapping, String lines) {
        return seen(
                mapping,
                false,
                lines.lines()
                        .map(line -> new Message(
                                line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1))));
    }

    private static List<String> seen(String mapping, boolean polled, Stream<Message> messages) {
        Observations observations = new Observations();
        String place = polled ? "http: {url: \"http://127.0.0.1:1/\"}" : "stdout: {}";
        Interpreter interpreter = Seen.interpreter("{" + place + ", mapping: " + mapping + "}", observations);
        messages.forEach(message -> interpreter.take(message, 0));
        return Seen.lines(observations);
    }

    static List<String> names() {
        return Mapping.BUILT_IN;
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyNamedMappingCanBeRead(String name) {
        Mapping mapping = Mapping.of(name);
        assertEquals(name.equals("contract"), mapping.isContract());
        assertEquals(mapping.values().stream().distinct().toList(), mapping.values());
    }

    @Test
    void homewizardVersionOne() {
        assertEquals(
                List.of(
                        "meter-id 1FLO2100000042",
                        "edition 50221",
                        "power-net -0.543",
                        "power-net-l1 -0.676",
                        "power-net-l2 0.133",
                        "power-net-l3 0",
                        "energy-import 13779.338",
                        "energy-import-day 10830.511",
                        "energy-import-night 2948.827",
                        "energy-export-day 4321.333",
                        "energy-export-night 8765.4",
                        "tariff night",
                        "voltage-l1 230.111",
                        "voltage-l2 230.222",
                        "voltage-l3 230.333",
                        "current-l1 4.25",
                        "current-l2 2",
                        "current-l3 0",
                        "demand-average 0.123",
                        "demand-peak 1.111",
                        "demand-peak-time 2023-01-01T07:00:10Z",
                        "gas-volume 1122.333",
                        "gas-time 2021-06-14T12:00:10Z",
                        "gas-id 7FLO2100000042",
                        "water-volume 236.567",
                        "water-time 2021-06-14T13:05:00Z"),
                page(
                        "homewizard-v1",
                        """
                        {"wifi_ssid": "home", "wifi_strength": 100, "smr_version": 50221, "meter_model": "made up",
                         "unique_id": "31464C4F32313030303030303432", "active_tariff": 2,
                         "total_power_import_kwh": 13779.338, "total_power_import_t1_kwh": 10830.511,
                         "total_power_import_t2_kwh": 2948.827, "total_power_export_kwh": 13086.777,
                         "total_power_export_t1_kwh": 4321.333, "total_power_export_t2_kwh": 8765.400,
                         "active_power_w": -543, "active_power_l1_w": -676, "active_power_l2_w": 133,
                         "active_power_l3_w": 0, "active_voltage_l1_v": 230.111, "active_voltage_l2_v": 230.222,
                         "active_voltage_l3_v": 230.333, "active_current_l1_a": -4.25, "active_current_l2_a": 2,
                         "active_current_l3_a": 0, "active_power_average_w": 123.000, "montly_power_peak_w": 1111.000,
                         "montly_power_peak_timestamp": 230101080010, "total_gas_m3": 1122.333,
                         "gas_timestamp": 210614140010, "unique_gas_id": "37464C4F32313030303030303432",
                         "external": [
                           {"unique_id": "37464C4F32313030303030303432", "type": "gas_meter",
                            "timestamp": 210614140010, "value": 1122.333, "unit": "m3"},
                           {"unique_id": "38464C4F32313030303030303432", "type": "water_meter",
                            "timestamp": 210614150500, "value": 236.567, "unit": "m3"}]}
                        """));
    }

    @Test
    void homewizardVersionTwoOfOnePhaseWithoutGas() {
        assertEquals(
                List.of(
                        "edition 50221",
                        "power-net 1.193",
                        "power-net-l1 1.193",
                        "energy-import-day 10830.511",
                        "energy-import-night 2948.827",
                        "energy-export-day 0",
                        "energy-export-night 0",
                        "tariff day",
                        "voltage-l1 229.8",
                        "current-l1 5.32",
                        "demand-average 0.123",
                        "demand-peak 1.111",
                        "demand-peak-time 2023-01-01T07:00:10Z",
                        "water-volume 236.567",
                        "water-time 2024-06-28T12:00:00Z",
                        "meter-id -",
                        "power-net-l2 -",
                        "power-net-l3 -",
                        "voltage-l2 -",
                        "voltage-l3 -",
                        "current-l2 -",
                        "current-l3 -",
                        "gas-volume -",
                        "gas-time -",
                        "gas-id -"),
                page(
                        "homewizard-v2",
                        """
                        {"protocol_version": 50221, "meter_model": "made up", "timestamp": "2024-06-28T14:12:34",
                         "energy_import_kwh": 13779.338, "energy_import_t1_kwh": 10830.511,
                         "energy_import_t2_kwh": 2948.827, "energy_export_kwh": 0, "energy_export_t1_kwh": 0,
                         "energy_export_t2_kwh": 0.000, "tariff": 1, "power_w": 1193, "power_l1_w": 1193,
                         "voltage_l1_v": 229.8, "current_a": 5.32, "current_l1_a": 5.32,
                         "average_power_15m_w": 123.0, "monthly_power_peak_w": 1111.0,
                         "monthly_power_peak_timestamp": "2023-01-01T08:00:10",
                         "external": [{"unique_id": "x", "type": "water_meter", "timestamp": "2024-06-28T14:00:00",
                                       "value": 236.567, "unit": "m3"}]}
                        """));
    }

    @Test
    void dsmrReader() {
        assertEquals(
                List.of(
                        "power-import 0.371",
                        "power-export 0",
                        "energy-import-day 123.4",
                        "energy-import-night 76.601",
                        "energy-export-day 1.2",
                        "energy-export-night 0",
                        "voltage-l1 230",
                        "voltage-l2 231",
                        "voltage-l3 229.5",
                        "current-l1 1",
                        "current-l2 0",
                        "current-l3 2",
                        "power-import-l1 0.371",
                        "power-import-l2 0",
                        "power-import-l3 -",
                        "power-export-l1 0",
                        "power-export-l2 0",
                        "power-export-l3 -",
                        "gas-volume 431.607",
                        "gas-time 2026-01-15T10:55:21Z",
                        "tariff day",
                        "edition 50221"),
                messages(
                        "dsmr-reader",
                        """
                        dsmr/reading/id 7
                        dsmr/reading/electricity_currently_delivered 0.371
                        dsmr/reading/electricity_currently_returned 0.000
                        dsmr/reading/electricity_delivered_1 123.400
                        dsmr/reading/electricity_delivered_2 76.601
                        dsmr/reading/electricity_returned_1 1.200
                        dsmr/reading/electricity_returned_2 0.000
                        dsmr/reading/phase_voltage_l1 230.0
                        dsmr/reading/phase_voltage_l2 231.0
                        dsmr/reading/phase_voltage_l3 229.5
                        dsmr/reading/phase_power_current_l1 1
                        dsmr/reading/phase_power_current_l2 0
                        dsmr/reading/phase_power_current_l3 2
                        dsmr/reading/phase_currently_delivered_l1 0.371
                        dsmr/reading/phase_currently_delivered_l2 0.000
                        dsmr/reading/phase_currently_delivered_l3 None
                        dsmr/reading/phase_currently_returned_l1 0.000
                        dsmr/reading/phase_currently_returned_l2 0.000
                        dsmr/reading/phase_currently_returned_l3 None
                        dsmr/reading/extra_device_delivered 431.607
                        dsmr/reading/extra_device_timestamp 2026-01-15T11:55:21+01:00
                        dsmr/meter-stats/electricity_tariff 1
                        dsmr/meter-stats/dsmr_version 50221
                        """));
    }

    @Test
    void thePOneDongleInBothOfItsForms() {
        assertEquals(
                List.of(
                        "power-import 0.371",
                        "power-export 0",
                        "power-net 0.371",
                        "energy-import-day 123.4",
                        "energy-import-night 76.601",
                        "energy-export-day 1.2",
                        "energy-export-night -",
                        "tariff night",
                        "voltage-l1 230.1",
                        "voltage-l2 231",
                        "voltage-l3 229.5",
                        "current-l1 1.65",
                        "current-l2 0",
                        "current-l3 2",
                        "demand-average 0.052",
                        "demand-peak 4.321",
                        "gas-volume 431.607",
                        "water-volume 205.918"),
                messages(
                        "p1-dongle",
                        """
                        data/devices/utility_meter/active_power_consumption {"value":0.371,"unit":"kW","timestamp":1768474800}
                        data/devices/utility_meter/active_power_injection 0.000
                        data/devices/utility_meter/total_active_power 0.371
                        data/devices/utility_meter/total_consumption_t1 {"value":"123.400","unit":"kWh"}
                        data/devices/utility_meter/total_consumption_t2 76.601
                        data/devices/utility_meter/total_injection_t1 1.200
                        data/devices/utility_meter/total_injection_t2 {"value":null,"unit":"kWh"}
                        data/devices/utility_meter/active_tariff_period 2
                        data/devices/utility_meter/voltage_phase_1 230.1
                        data/devices/utility_meter/voltage_phase_2 231.0
                        data/devices/utility_meter/voltage_phase_3 229.5
                        data/devices/utility_meter/current_phase_1 1.65
                        data/devices/utility_meter/current_phase_2 0
                        data/devices/utility_meter/current_phase_3 2.00
                        data/devices/utility_meter/current_average_demand 0.052
                        data/devices/utility_meter/maximum_demand_current_month 4.321
                        data/devices/utility_meter/natural_gas_consumption 431.607
                        data/devices/utility_meter/water_consumption 205.918
                        data/devices/battery/power 5
                        """));
    }

    private static final List<String> ESPHOME = List.of(
            "power-import 0.371",
            "power-export 0",
            "energy-import-day 123.4",
            "energy-import-night 76.601",
            "energy-export-day 1.2",
            "energy-export-night 0",
            "voltage-l1 230.1",
            "voltage-l2 231",
            "voltage-l3 229.5",
            "current-l1 1.65",
            "current-l2 0",
            "current-l3 -",
            "power-import-l1 0.371",
            "power-import-l2 0",
            "power-import-l3 0",
            "power-export-l1 0",
            "power-export-l2 0",
            "power-export-l3 0",
            "demand-average 0.052",
            "demand-peak 4.321",
            "gas-volume 431.607",
            "water-volume 205.918",
            "tariff day",
            "meter-id 1FLO2100000042",
            "edition 50221");

    @Test
    void esphomeByTheEventsOfItsWebServer() {
        assertEquals(
                ESPHOME,
                messages(
                        "esphome-web",
                        """
                ping {"title":"made up","comment":"","ota":true}
                state {"id":"sensor-power_delivered","value":0.371,"state":"0.371 kW"}
                state {"id":"sensor-power_returned","value":0,"state":"0.000 kW"}
                state {"id":"sensor-energy_delivered_tariff1","value":123.4,"state":"123.400 kWh"}
                state {"id":"sensor-energy_delivered_tariff2","value":76.601,"state":"76.601 kWh"}
                state {"id":"sensor-energy_returned_tariff1","value":1.2,"state":"1.200 kWh"}
                state {"id":"sensor-energy_returned_tariff2","value":0,"state":"0.000 kWh"}
                state {"id":"sensor-voltage_l1","value":230.1,"state":"230.1 V"}
                state {"id":"sensor-voltage_l2","value":231,"state":"231.0 V"}
                state {"id":"sensor-voltage_l3","value":229.5,"state":"229.5 V"}
                state {"id":"sensor-current_l1","value":1.65,"state":"1.65 A"}
                state {"id":"sensor-current_l2","value":0,"state":"0.00 A"}
                state {"id":"sensor-current_l3","value":NaN,"state":"NA"}
                state {"id":"sensor-power_delivered_l1","value":0.371,"state":"0.371 kW"}
                state {"id":"sensor-power_delivered_l2","value":0,"state":"0.000 kW"}
                state {"id":"sensor-power_delivered_l3","value":0,"state":"0.000 kW"}
                state {"id":"sensor-power_returned_l1","value":0,"state":"0.000 kW"}
                state {"id":"sensor-power_returned_l2","value":0,"state":"0.000 kW"}
                state {"id":"sensor-power_returned_l3","value":0,"state":"0.000 kW"}
                state {"id":"sensor-active_energy_import_current_average_demand","value":0.052,"state":"0.052 kW"}
                state {"id":"sensor-active_energy_import_maximum_demand_running_month","value":4.321,"state":"4.321 kW"}
                state {"id":"sensor-gas_delivered_be","value":431.607,"state":"431.607 m³"}
                state {"id":"sensor-water_delivered","value":205.918,"state":"205.918 m³"}
                state {"id":"text_sensor-electricity_tariff","value":"0001","state":"0001"}
                state {"id":"text_sensor-equipment_id","value":"31464C4F32313030303030303432","state":"…"}
                state {"id":"text_sensor-p1_version_be","value":"50221","state":"50221"}
                """));
    }

    @Test
    void esphomeByMqtt() {
        assertEquals(
                ESPHOME,
                messages(
                        "esphome-mqtt",
                        """
                meter/status online
                meter/sensor/power_delivered/state 0.371
                meter/sensor/power_returned/state 0.000
                meter/sensor/energy_delivered_tariff1/state 123.400
                meter/sensor/energy_delivered_tariff2/state 76.601
                meter/sensor/energy_returned_tariff1/state 1.200
                meter/sensor/energy_returned_tariff2/state 0.000
                meter/sensor/voltage_l1/state 230.1
                meter/sensor/voltage_l2/state 231.0
                meter/sensor/voltage_l3/state 229.5
                meter/sensor/current_l1/state 1.65
                meter/sensor/current_l2/state 0.00
                meter/sensor/current_l3/state nan
                meter/sensor/power_delivered_l1/state 0.371
                meter/sensor/power_delivered_l2/state 0.000
                meter/sensor/power_delivered_l3/state 0.000
                meter/sensor/power_returned_l1/state 0.000
                meter/sensor/power_returned_l2/state 0.000
                meter/sensor/power_returned_l3/state 0.000
                meter/sensor/active_energy_import_current_average_demand/state 0.052
                meter/sensor/active_energy_import_maximum_demand_running_month/state 4.321
                meter/sensor/gas_delivered_be/state 431.607
                meter/sensor/water_delivered/state 205.918
                meter/sensor/electricity_tariff/state 0001
                meter/sensor/equipment_id/state 31464C4F32313030303030303432
                meter/sensor/p1_version_be/state 50221
                """));
    }

    @Test
    void shellyThatLacksAPhase() {
        assertEquals(
                List.of(
                        "power-net 2.484782",
                        "power-net-l1 0.951",
                        "power-net-l2 1.533782",
                        "power-net-l3 -",
                        "voltage-l1 236.1",
                        "voltage-l2 235.2",
                        "voltage-l3 -",
                        "current-l1 4.029",
                        "current-l2 6.5",
                        "current-l3 -"),
                page(
                        "shelly-em",
                        """
                        {"id":0,"a_current":4.029,"a_voltage":236.1,"a_act_power":951,"a_aprt_power":951.2,"a_pf":1.00,
                         "b_current":-6.5,"b_voltage":235.2,"b_act_power":1533.782,
                         "c_current":null,"c_voltage":null,"c_act_power":null,
                         "n_current":null,"total_current":10.529,"total_act_power":2484.782}
                        """));
    }

    @Test
    void linesOfTheContract() {
        assertEquals(
                List.of("power-import 1.193", "p1 receiving", "! crc-error p1", "? hello (no JSON object)"),
                seen(
                        "contract",
                        false,
                        Stream.of(
                                Message.of(
                                        """
                        {"quantity":"power-import","value":"1193","unit":"W"}
                        {"status":"receiving","port":"p1"}
                        {"event":"crc-error","port":"p1"}"""),
                                Message.of("hello"))));
    }
}
