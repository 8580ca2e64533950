import type { Command } from 'commander'
import { testee } from '../../export/index.ts'
import { examples } from '../options.ts'
import { linesOf } from '../source.ts'
import type { Terminal } from '../terminal.ts'
import { select } from './select.ts'

export function addTestee(program: Command, terminal: Terminal): void {
  program
    .command('testee')
    .summary('answer the questions of conformance, for those who test their own runner')
    .description('Answers the questions of "conformance" and "probe" on standard input, as the library answers them.')
    .argument('[ids...]', 'ids of records, or families; default: all')
    .addHelpText('after', examples('testee vtd.page-request'))
    .action(async (ids: string[]) => {
      const answer = testee(select(ids))
      for await (const line of linesOf(terminal.io.stdin)) {
        const text = answer(line ?? '')
        if (text === undefined) continue
        terminal.print(text)
        // Who asks waits for it.
        terminal.flush()
        await terminal.ready()
      }
    })
}
