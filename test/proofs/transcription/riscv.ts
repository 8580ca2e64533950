import { inBothOrders, record } from './wire.ts';

// `fctl.BE` swaps the bytes of each doubleword; the doublewords keep their places.
export const riscv = inBothOrders({
  // RISC-V IOMMU 1.0, page-request queue record
  'riscv.page-request': (order) => record(
    order, 16,
    [
      ['deviceId', 24], ['reserved', 5], ['execute', 1], ['privileged', 1], ['processIdValid', 1],
      ['processId', 20], ['reserved', 12],
    ],
    [['address[63:12]', 52], ['prgIndex', 9], ['last', 1], ['write', 1], ['read', 1]],
  ),

  // RISC-V IOMMU 1.0, ATS.PRGR; payload[63:48] is Destination ID in 1.0.0 and zero since 1.0.1
  'riscv.ats-prgr': (order) => record(
    order, 16,
    [
      ['segment', 8], ['rid', 16], ['reserved', 6], ['segmentValid', 1], ['processIdValid', 1],
      ['processId', 20], ['reserved', 2], ['func3', 3, 'fixed'], ['opcode', 7, 'fixed'],
    ],
    [['destinationId', 16], ['respCode', 4], ['reserved', 3], ['prgIndex', 9], ['reserved', 32]],
  ),

  // RISC-V IOMMU 1.0, ATS.INVAL; the payload is the body of the PCIe message
  'riscv.ats-inval': (order) => record(
    order, 16,
    [
      ['segment', 8], ['rid', 16], ['reserved', 6], ['segmentValid', 1], ['processIdValid', 1],
      ['processId', 20], ['reserved', 2], ['func3', 3, 'fixed'], ['opcode', 7, 'fixed'],
    ],
    [['address[63:12]', 52], ['size', 1], ['reserved', 10], ['global', 1]],
  ),
});
