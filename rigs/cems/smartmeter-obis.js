// What the npm package smartmeter-obis makes of P1, as lines of the contract (docs/cems.md). Nothing is mended.
'use strict';
const { init } = require('smartmeter-obis');

const SWITCH = { 0: 'disconnected', 1: 'connected', 2: 'ready' };
const TARIFF = { '0001': 'day', '0002': 'night' };
const MEASURED = {
  'energy-import-day': '1-0:1.8.1',
  'energy-import-night': '1-0:1.8.2',
  'energy-export-day': '1-0:2.8.1',
  'energy-export-night': '1-0:2.8.2',
  'demand-average': '1-0:1.4.0',
  'power-import': '1-0:1.7.0',
  'power-export': '1-0:2.7.0',
  'power-import-l1': '1-0:21.7.0',
  'power-import-l2': '1-0:41.7.0',
  'power-import-l3': '1-0:61.7.0',
  'power-export-l1': '1-0:22.7.0',
  'power-export-l2': '1-0:42.7.0',
  'power-export-l3': '1-0:62.7.0',
  'voltage-l1': '1-0:32.7.0',
  'voltage-l2': '1-0:52.7.0',
  'voltage-l3': '1-0:72.7.0',
  'current-l1': '1-0:31.7.0',
  'current-l2': '1-0:51.7.0',
  'current-l3': '1-0:71.7.0',
};
const TIMEOUT = 'No or too long answer from Serial Device after last request.';

const word = (words, value) => words[value] ?? value;
const characters = (hex) => hex && Buffer.from(String(hex), 'hex').toString('latin1');
const say = (line) => console.log(JSON.stringify(line));
const show = (quantity, value, unit) => say({ quantity, value: value == null ? null : String(value), unit });

function read(error, objects) {
  if (error) {
    say(error.message === TIMEOUT ? { status: 'stale', port: 'p1' } : { event: error.message, port: 'p1' });
    return;
  }
  const given = (code) => objects[code]?.getValue(0);
  say({ status: 'receiving', port: 'p1' });
  show('edition', given('0-0:96.1.4')?.value);
  show('meter-id', characters(given('0-0:96.1.1')?.value));
  show('ean', characters(given('0-0:96.1.2')?.value));
  show('grid', given('1-0:94.32.1')?.value);
  show('tariff', word(TARIFF, given('0-0:96.14.0')?.value));
  show('breaker', word(SWITCH, given('0-0:96.3.10')?.value));
  show('text', characters(given('0-0:96.13.0')?.value));
  Object.entries(MEASURED).forEach(([quantity, code]) => show(quantity, given(code)?.value, given(code)?.unit));
}

init(
  {
    protocol: 'D0Protocol',
    transport: 'SerialResponseTransport',
    transportSerialPort: process.argv[2],
    transportSerialBaudrate: 115200,
    transportSerialMessageTimeout: 5000,
    requestInterval: 0,
    logger: (text) => console.error(text),
  },
  read,
).process();
