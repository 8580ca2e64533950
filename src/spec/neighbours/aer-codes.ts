/** Status bits of Advanced Error Reporting, by the names that Linux prints. PCIe Base Specification, 7.8.4. */

/** Bits of the uncorrectable error status, mask and severity registers. */
export const AER_UNCORRECTABLE = {
  DLP: 0x10,
  SDES: 0x20,
  TLP: 0x1000,
  FCP: 0x2000,
  CmpltTO: 0x4000,
  CmpltAbrt: 0x8000,
  UnxCmplt: 0x1_0000,
  RxOF: 0x2_0000,
  MalfTLP: 0x4_0000,
  ECRC: 0x8_0000,
  UnsupReq: 0x10_0000,
  ACSViol: 0x20_0000,
  UncorrIntErr: 0x40_0000,
  BlockedTLP: 0x80_0000,
  AtomicOpBlocked: 0x100_0000,
  TLPBlockedErr: 0x200_0000,
  PoisonTLPBlocked: 0x400_0000,
  DMWrReqBlocked: 0x800_0000,
  IDECheck: 0x1000_0000,
  MisIDETLP: 0x2000_0000,
  PCRC_CHECK: 0x4000_0000,
  TLPXlatBlocked: 0x8000_0000,
} as const

/** Bits of the correctable error status and mask registers. */
export const AER_CORRECTABLE = {
  RxErr: 0x1,
  BadTLP: 0x40,
  BadDLLP: 0x80,
  Rollover: 0x100,
  Timeout: 0x1000,
  NonFatalErr: 0x2000,
  CorrIntErr: 0x4000,
  HeaderOF: 0x8000,
} as const

/** The uncorrectable errors that have a header in the log; CmpltTO has one only where completion timeout logging is there. */
export const AER_LOGS_HEADER: readonly (keyof typeof AER_UNCORRECTABLE)[] = [
  'TLP', 'CmpltAbrt', 'UnxCmplt', 'MalfTLP', 'ECRC', 'UnsupReq', 'ACSViol', 'BlockedTLP', 'AtomicOpBlocked', 'TLPBlockedErr',
  'PoisonTLPBlocked', 'DMWrReqBlocked', 'IDECheck', 'MisIDETLP', 'PCRC_CHECK', 'TLPXlatBlocked',
]

/** Validation bits of a CPER PCI Express section. */
export const CPER_PCIE_VALID = {
  PortType: 0x1,
  Version: 0x2,
  CommandStatus: 0x4,
  DeviceId: 0x8,
  SerialNumber: 0x10,
  BridgeControlStatus: 0x20,
  Capability: 0x40,
  AerInfo: 0x80,
} as const
