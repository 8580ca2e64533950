import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Command } from 'commander'
import { InputError } from './errors.ts'
import { examples } from './options.ts'
import type { Terminal } from './terminal.ts'

export function addInspector(program: Command, terminal: Terminal): void {
  program
    .command('inspector')
    .summary('show records in a browser, every bit of them, and change them')
    .description('Prints where the inspector lies: a page in one file, which needs no network. Paste a log line, a dump or a TLP into it.')
    .option('--open', 'open it in the browser')
    .addHelpText('after', examples('inspector', 'inspector --open'))
    .action(({ open }: { open?: true }) => {
      // Beside the packaged command, or where the project builds it.
      const page = ['./inspector.html', '../../dist/inspector.html'].map((path) => new URL(path, import.meta.url)).find((url) => existsSync(url))
      if (!page) throw new InputError('the inspector is not there; "npm run build" makes it')
      terminal.print(page.href)
      if (open) spawn(...opener(fileURLToPath(page)), { detached: true, stdio: 'ignore' }).on('error', () => undefined).unref()
    })
}

/** The program that opens a file in the way of the system. */
function opener(path: string): [command: string, args: string[]] {
  if (process.platform === 'darwin') return ['open', [path]]
  return process.platform === 'win32' ? ['cmd', ['/c', 'start', '', path]] : ['xdg-open', [path]]
}
