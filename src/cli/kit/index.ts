import type { Command } from 'commander'
import type { Terminal } from '../terminal.ts'
import { addAudit } from './audit.ts'
import { addConformance } from './conformance.ts'
import { addExport } from './export.ts'
import { addProbe } from './probe.ts'
import { addTestee } from './testee.ts'
import { addVectors } from './vectors.ts'

/** The commands that test and equip other people's implementations. */
export function addKit(program: Command, terminal: Terminal): void {
  for (const add of [addVectors, addConformance, addTestee, addProbe, addExport, addAudit]) add(program, terminal)
}
