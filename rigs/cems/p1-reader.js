// What the npm package p1-reader makes of P1, as lines of the contract (docs/cems.md). Nothing is mended.
'use strict';
const P1Reader = require('p1-reader');

const SWITCH = { 0: 'disconnected', 1: 'connected', 2: 'ready' };
const TARIFF = { 1: 'day', 2: 'night' };

const word = (words, value) => words[value] ?? value;
const characters = (hex) => hex && Buffer.from(hex, 'hex').toString('latin1');
const history = (months) => months && months.map((m) => `${m.timestamp.slice(0, 7)}=${m.value}`).join(' ');
const say = (line) => console.log(JSON.stringify(line));
const show = (quantity, value, unit) => say({ quantity, value: value == null ? null : String(value), unit });
const measured = (quantity, of) => show(quantity, of?.reading ?? of?.value, of?.unit ?? undefined);

const meter = new P1Reader({ port: process.argv[2], baudRate: 115200, parity: 'none', dataBits: 8, stopBits: 1 });

meter.on('error', (error) => say({ event: String(error), port: 'p1' }));
meter.on('reading', ({ version, timestamp, equipmentId, textMessage, electricity, gas }) => {
  const { received, delivered, instantaneous, demand } = electricity;
  const { positive, negative } = instantaneous.power;
  show('edition', version);
  show('meter-id', characters(equipmentId));
  show('meter-time', timestamp);
  measured('energy-import-day', received.tariff1);
  measured('energy-import-night', received.tariff2);
  measured('energy-export-day', delivered.tariff1);
  measured('energy-export-night', delivered.tariff2);
  show('tariff', word(TARIFF, electricity.tariffIndicator));
  measured('demand-average', demand.positiveActiveDemand.currentDemandPeriod);
  measured('demand-peak', demand.positiveActiveDemand.maximumDemand);
  show('demand-peak-time', demand.positiveActiveDemand.maximumDemand.timestamp);
  show('demand-history', history(demand.maximumDemandLastMonths.months));
  measured('power-import', received.actual);
  measured('power-export', delivered.actual);
  for (const phase of ['L1', 'L2', 'L3']) {
    measured(`power-import-${phase.toLowerCase()}`, positive[phase]);
    measured(`power-export-${phase.toLowerCase()}`, negative[phase]);
    measured(`voltage-${phase.toLowerCase()}`, instantaneous.voltage[phase]);
    measured(`current-${phase.toLowerCase()}`, instantaneous.current[phase]);
  }
  show('breaker', word(SWITCH, electricity.switchPosition));
  measured('limiter', electricity.threshold);
  measured('fuse', electricity.fuseThreshold);
  show('text', textMessage.message);
  measured('gas-volume', gas);
  show('gas-time', gas.timestamp);
  show('gas-valve', word(SWITCH, gas.valvePosition));
  show('gas-id', characters(gas.equipmentId));
});
