// What the npm package dsmr-parser makes of P1, as lines of the contract (docs/cems.md). Nothing is mended.
// The package takes a telegram at a time; finding them in the stream, from a line with "/" to one with "!", is done here.
'use strict';
// It takes the time of the meter for that of the process, so whoever uses it sets the zone.
process.env.TZ ??= 'Europe/Brussels';
const parser = require('dsmr-parser');
const { SerialPort } = require('serialport');

const SWITCH = { 0: 'disconnected', 1: 'connected', 2: 'ready' };
const TARIFF = { 1: 'day', 2: 'night' };
const NUMBERS = {
  'energy-import-day': 'electricity delivered tariff 1',
  'energy-import-night': 'electricity delivered tariff 2',
  'energy-export-day': 'electricity received tariff 1',
  'energy-export-night': 'electricity received tariff 2',
  'power-import': 'actual electricity power delivered',
  'power-export': 'actual electricity power received',
  'power-import-l1': 'instantaneous active power L1 delivered',
  'power-import-l2': 'instantaneous active power L2 delivered',
  'power-import-l3': 'instantaneous active power L3 delivered',
  'power-export-l1': 'instantaneous active power L1 received',
  'power-export-l2': 'instantaneous active power L2 received',
  'power-export-l3': 'instantaneous active power L3 received',
  'voltage-l1': 'instantaneous voltage L1',
  'voltage-l2': 'instantaneous voltage L2',
  'voltage-l3': 'instantaneous voltage L3',
  'current-l1': 'instantaneous current L1',
  'current-l2': 'instantaneous current L2',
  'current-l3': 'instantaneous current L3',
  limiter: 'actual theshold electricity in kW',
  'gas-volume': 'gas delivered',
};

const word = (words, value) => words[value] ?? value;
const say = (line) => console.log(JSON.stringify(line));
const show = (quantity, value) => say({ quantity, value: value === undefined ? null : String(value) });

function read(telegram) {
  const { objects } = parser.parse(telegram);
  show('meter-id', objects['equipment identifier']);
  show('meter-time', objects.timestamp?.toISOString());
  show('tariff', word(TARIFF, objects['tariff indicator electricity']));
  show('breaker', word(SWITCH, objects['switch position electricity']));
  show('text', objects['text message long']);
  show('gas-time', objects['gas timestamp']?.toISOString());
  show('gas-id', objects['gas equipment identifier']);
  Object.entries(NUMBERS).forEach(([quantity, name]) => show(quantity, objects[name]));
}

let line = '';
let telegram = '';
new SerialPort({ path: process.argv[2], baudRate: 115200 }).on('data', (octets) => {
  for (const character of octets.toString('latin1')) {
    line += character;
    if (character === '\n') {
      telegram = line.includes('/') ? line.slice(line.indexOf('/')) : telegram + line;
      if (line.includes('!')) {
        try {
          read(telegram);
        } catch (error) {
          say({ event: error.message === 'CHECKSUM_MISMATCH' ? 'crc-error' : error.message, port: 'p1' });
        }
        telegram = '';
      }
      line = '';
    }
  }
});
