import type { Command } from 'commander'
import { provenance, vectorsOf } from '../../export/index.ts'
import type { VectorOptions } from '../../export/index.ts'
import { examples } from '../options.ts'
import type { Terminal } from '../terminal.ts'
import { count, ops, select } from './select.ts'

export function addVectors(program: Command, terminal: Terminal): void {
  program
    .command('vectors')
    .summary('print test vectors as JSON lines: bytes, values, and the errors that are due')
    .description('Prints test vectors as JSON lines: each field alone, each bit flipped, each way to be wrong, with the answer that is due. The first line says which package and tables they are of.')
    .argument('[ids...]', 'ids of records, or families; default: all')
    .option('--ops <list>', 'decode, encode or both with a comma', ops)
    .option('--random <n>', 'random messages of each record', count(0), 20)
    .option('--seed <n>', 'seed of the random messages', count(0), 1)
    .addHelpText('after', examples('vectors vtd.page-request', 'vectors pcie --ops decode --random 0'))
    .action(async (ids: string[], options: VectorOptions) => {
      const chosen = select(ids)
      terminal.print(JSON.stringify({ format: 'pci-ats-pri vectors', version: 1, ...provenance(chosen), seed: options.seed }))
      for (const record of chosen) {
        for (const vector of vectorsOf(record, options)) terminal.print(JSON.stringify(vector))
        await terminal.ready()
      }
    })
}
