import type { Layout } from '../vocabulary.ts'
import * as aer from './aer.ts'
import * as amdCommands from './amd-commands.ts'
import * as amdEvents from './amd-events.ts'
import * as amdRegisters from './amd-registers.ts'
import * as linuxStructs from './linux.ts'
import * as riscvEntries from './riscv.ts'
import * as riscvRegisters from './riscv-registers.ts'
import * as smmuCommands from './smmuv3-commands.ts'
import * as smmuEvents from './smmuv3-events.ts'
import * as smmuRegisters from './smmuv3-registers.ts'
import * as smmuTlbi from './smmuv3-tlbi.ts'
import * as vtdDescriptors from './vtd.ts'
import * as vtdRegisters from './vtd-registers.ts'

/** The tables of what stands beside the records of the catalogue: in their queues, in the logs that quote them, in dumps. */
export const neighbourTables = {
  vtd: { ...vtdDescriptors, ...vtdRegisters },
  amd: { ...amdCommands, ...amdEvents, ...amdRegisters },
  smmuv3: { ...smmuCommands, ...smmuTlbi, ...smmuEvents, ...smmuRegisters },
  riscv: { ...riscvEntries, ...riscvRegisters },
  linux: { ...linuxStructs },
  config: { ...aer },
}

/** All of them, by family and id. */
export const neighbourLayouts: readonly Layout[] = Object.values(neighbourTables).flatMap((family) => Object.values<Layout>(family).sort((a, b) => (a.id < b.id ? -1 : 1)))
