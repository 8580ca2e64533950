import { AER_LOGS_HEADER, AER_UNCORRECTABLE } from '../../neighbours/aer-codes.ts'
import type { Rule } from '../../vocabulary.ts'
import { hex } from '../facts.ts'
import { note } from './note.ts'

/** What a header log does not say of itself. */

const AER = 'PCIe Base Specification, 7.8.4'

const logged = new Set(AER_LOGS_HEADER.map((name) => Math.log2(AER_UNCORRECTABLE[name])))
const COMPLETION_TIMEOUT = Math.log2(AER_UNCORRECTABLE.CmpltTO)
const names = new Map(Object.entries(AER_UNCORRECTABLE).map(([name, mask]) => [Math.log2(mask), name]))

export const aerCapability: readonly Rule[] = [
  note({
    id: 'header-log-stale', clause: AER, since: 'PCIe 1.0', field: 'firstErrorPointer',
    test({ firstErrorPointer, uncorrectableStatus, completionTimeoutLogCapable, headerLog1 }) {
      const first = Number(firstErrorPointer)
      if (headerLog1 === 0 || logged.has(first) || (first === COMPLETION_TIMEOUT && completionTimeoutLogCapable)) return undefined
      if (uncorrectableStatus === 0) return 'no uncorrectable error is recorded: what stands in the header log is old'
      return `the first error is ${names.get(first) ?? `bit ${first}`}, which has no header: what stands in the header log is old`
    },
  }),
  note({
    id: 'header-three-dw', clause: AER, since: 'PCIe 1.0', field: 'headerLog4',
    test: ({ headerLog1, headerLog4, loggedInFlitMode }) =>
      !loggedInFlitMode && headerLog1 !== 0 && (Number(headerLog1) >>> 29 & 5) === 0 && headerLog4 !== 0
        && `the header has three DW: ${hex(Number(headerLog4))} is no part of it`,
  }),
  note({
    id: 'prefix-log-absent', clause: AER, since: 'PCIe 2.1', field: 'prefixLog1',
    test: ({ prefixLogPresent, loggedInFlitMode, prefixLog1 }) => !prefixLogPresent && !loggedInFlitMode && prefixLog1 !== 0 && 'TLP Prefix Log Present is clear: what stands in the prefix log is old',
  }),
]

export const cperPcieSection: readonly Rule[] = [
  ...aerCapability,
  note({
    id: 'linux-cper-prefixes', clause: 'Linux drivers/pci/pcie/aer.c, pci_print_aer', since: 'Linux 6.15', field: 'rootCommand',
    test: ({ rootCommand }) => rootCommand !== 0 && `Linux 6.15 to 7.0 prints the Root Error Command ${hex(Number(rootCommand))}, the status and the source ids behind it as E-E Prefixes`,
  }),
]
