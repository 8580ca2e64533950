import { inBothOrders, record, type Field, type Transcription, type Word } from '../wire.ts';

const R = (width: number): Field => ['reserved', width];
const COMMAND: Word = [['func3', 3, 'fixed'], ['opcode', 7, 'fixed']];
const iotinval: readonly [Word, Word] = [
  [R(4), ['gscid', 16], R(9), ['nonLeaf', 1], ['gscidValid', 1], ['pscidValid', 1], ['pscid', 20], R(1), ['addressValid', 1], ...COMMAND],
  [R(2), ['address[63:12]', 52], ['size', 1], R(9)],
];

export const riscv: Record<string, Transcription> = {
  ...inBothOrders({
    'riscv.iofence-c': (order) => record(
      order, 16,
      [['data', 32], R(18), ['previousWrites', 1], ['previousReads', 1], ['wiredInterrupt', 1], ['addressValid', 1], ...COMMAND],
      [R(2), ['address[63:2]', 62]],
    ),
    'riscv.iotinval-vma': (order) => record(order, 16, ...iotinval),
    'riscv.iotinval-gvma': (order) => record(order, 16, ...iotinval),
    'riscv.iodir-inval-ddt': (order) => record(order, 16, [['deviceId', 24], R(6), ['deviceIdValid', 1], R(1), R(20), R(2), ...COMMAND], [R(64)]),
    'riscv.iodir-inval-pdt': (order) => record(
      order, 16,
      [['deviceId', 24], R(6), ['deviceIdValid', 1], R(1), ['processId', 20], R(2), ...COMMAND],
      [R(64)],
    ),
    'riscv.fault-record': (order) => record(
      order, 32,
      [['deviceId', 24], ['ttyp', 6], ['privileged', 1], ['processIdValid', 1], ['processId', 20], ['cause', 12]],
      [R(32), ['custom', 32]],
      [['iotval', 64]],
      [['iotval2', 64]],
    ),
  }),

  'riscv.cqcsr': record('little', 4, [
    R(14), ['busy', 1], ['on', 1], R(4), ['fenceInterruptPending', 1], ['commandIllegal', 1], ['commandTimeout', 1], ['memoryFault', 1], R(6),
    ['interruptEnable', 1], ['enable', 1],
  ]),
  'riscv.fqcsr': record('little', 4, [R(14), ['busy', 1], ['on', 1], R(6), ['overflow', 1], ['memoryFault', 1], R(6), ['interruptEnable', 1], ['enable', 1]]),
  'riscv.pqcsr': record('little', 4, [R(14), ['busy', 1], ['on', 1], R(6), ['overflow', 1], ['memoryFault', 1], R(6), ['interruptEnable', 1], ['enable', 1]]),
  'riscv.ipsr': record('little', 4, [R(28), ['pageRequestQueue', 1], ['performance', 1], ['faultQueue', 1], ['commandQueue', 1]]),
  'riscv.tc': record('little', 8, [
    R(32), ['custom', 8], R(12), ['sxl', 1], ['bigEndian', 1], ['defaultProcess', 1], ['accessedInFirst', 1], ['accessedInGuest', 1],
    ['prgResponsePasid', 1], ['pdtValid', 1], ['faultsDisabled', 1], ['guestPhysical', 1], ['priEnable', 1], ['atsEnable', 1], ['valid', 1],
  ]),
};
