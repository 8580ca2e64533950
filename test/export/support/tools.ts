import { execFile, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { exporters } from '../../../src/export/index.ts'
import type { ExportedRecord, ExportTarget } from '../../../src/export/index.ts'
import { record } from '../../../src/index.ts'
import type { AnyRecord } from '../../../src/index.ts'

/** The tools that prove the exports. Continuous integration installs those that are small, and there they must be. */

export const RECORDS: readonly AnyRecord[] = ['vtd.page-request', 'pcie.page-request', 'smmuv3.stall-event', 'linux.iommufd-page-response-be'].map((id) => record(id))

const INSTALLED = ['gcc', 'g++', 'clang', 's390x-linux-gnu-gcc', 'qemu-s390x', 'python3', 'iverilog', 'vvp', 'yosys', 'tshark']

/** The first tool that is not here; undefined where all are. */
export function missingTool(...tools: string[]): string | undefined {
  return tools.find((tool) => spawnSync('sh', ['-c', `command -v ${tool}`]).status !== 0)
}

/** Whether to go on without a tool: never in continuous integration, if it was to be installed there. */
export function mayMiss(missing: string | undefined): boolean {
  return missing !== undefined && !(process.env['CI'] !== undefined && INSTALLED.includes(missing))
}

/** A title that says aloud what is missing. */
export const titled = (title: string, missing: string | undefined): string => (missing === undefined ? title : `${title} (SKIPPED: ${missing} is missing)`)

export class Folder {
  readonly path = mkdtempSync(join(tmpdir(), 'pci-ats-pri-export-'))

  at(name: string): string {
    return join(this.path, name)
  }

  /** Writes an export with its testee; `damage` is done to each text. */
  write(target: ExportTarget, records: readonly ExportedRecord[] = RECORDS, damage: (text: string) => string = (text) => text): void {
    mkdirSync(this.path, { recursive: true })
    for (const [name, text] of exporters[target](records, { testee: true })) writeFileSync(this.at(name), damage(text))
  }

  put(name: string, text: string): void {
    writeFileSync(this.at(name), text)
  }

  async run(command: string, ...argv: string[]): Promise<string> {
    const { stdout } = await promisify(execFile)(command, argv, { cwd: this.path, maxBuffer: 1e9 })
    return stdout
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true })
  }
}

export const WARNINGS = ['-Wall', '-Wextra', '-Wconversion', '-Wshadow', '-pedantic', '-Werror']
export const C11 = ['-std=c11', '-D_POSIX_C_SOURCE=200809L', '-O1', ...WARNINGS]

/** How the testee of each target is built, and the command that runs it. */
export const builds = {
  gcc: { target: 'c', tools: ['gcc'], build: (f: Folder) => f.run('gcc', ...C11, '-o', 'testee', 'pci_ats_pri_testee.c'), command: (f: Folder) => [f.at('testee')] },
  clang: { target: 'c', tools: ['clang'], build: (f: Folder) => f.run('clang', ...C11, '-o', 'testee', 'pci_ats_pri_testee.c'), command: (f: Folder) => [f.at('testee')] },
  'g++': { target: 'c', tools: ['g++'], build: (f: Folder) => f.run('g++', '-x', 'c++', '-std=c++11', ...C11.slice(1), '-o', 'testee', 'pci_ats_pri_testee.c'), command: (f: Folder) => [f.at('testee')] },
  's390x, big-endian': {
    target: 'c', tools: ['s390x-linux-gnu-gcc', 'qemu-s390x'],
    build: (f: Folder) => f.run('s390x-linux-gnu-gcc', ...C11, '-static', '-o', 'testee', 'pci_ats_pri_testee.c'), command: (f: Folder) => ['qemu-s390x', f.at('testee')],
  },
  python: { target: 'python', tools: ['python3'], build: () => Promise.resolve(''), command: (f: Folder) => ['python3', f.at('pci_ats_pri_testee.py')] },
  icarus: {
    target: 'systemverilog', tools: ['iverilog', 'vvp'],
    build: (f: Folder) => f.run('iverilog', '-g2012', '-o', 'testee', 'pci_ats_pri.sv', 'pci_ats_pri_testee.sv'), command: (f: Folder) => ['vvp', '-n', f.at('testee')],
  },
  // It compiles what it makes of them as C++, which takes a minute.
  verilator: {
    target: 'systemverilog', tools: ['verilator', 'g++', 'make'],
    build: (f: Folder) => f.run('verilator', '--binary', '-O0', '-CFLAGS', '-O0', '--top-module', 'pci_ats_pri_testee', '-o', 'testee', 'pci_ats_pri.sv', 'pci_ats_pri_testee.sv'),
    command: (f: Folder) => [f.at('obj_dir/testee')],
  },
  rustc: {
    target: 'rust', tools: ['rustc'],
    build: (f: Folder) => f.run('rustc', '--edition', '2018', '-F', 'unsafe_code', '-D', 'warnings', '-o', 'testee', 'pci_ats_pri_testee.rs'), command: (f: Folder) => [f.at('testee')],
  },
} as const satisfies Readonly<Record<string, { target: ExportTarget; tools: readonly string[]; build: (f: Folder) => Promise<string>; command: (f: Folder) => readonly string[] }>>
