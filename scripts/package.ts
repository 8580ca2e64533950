import { build } from 'esbuild'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

// Packs the package, installs it in a fresh project, and uses it there: types, every entry, a single record, the command, a bundle for browsers; and that nothing else is installed with it.
const root = fileURLToPath(new URL('..', import.meta.url))
const project = mkdtempSync(join(tmpdir(), 'pci-ats-pri-package-'))
const run = (command: string, args: readonly string[], cwd = project): string => execFileSync(command, args, { cwd, encoding: 'utf8' })

const USE = `
import { check, convert, record, vtd, type AnyRecord, type PageResponseMsg } from 'pci-ats-pri'
import { pageRequest } from 'pci-ats-pri/vtd'
import { readEntry } from 'pci-ats-pri/neighbours'
import { decode, encode, type VtdPageGroupResponseInit } from 'pci-ats-pri/vtd/page-group-response'
import * as alone from 'pci-ats-pri/vtd/page-group-response'

const answer: VtdPageGroupResponseInit = { pasidPresent: true, respCode: 0, rid: 0x300, pasid: 0x12345, prgIndex: 0x1ab }
const bytes: Uint8Array = encode(answer)
const again: number = decode(bytes).prgIndex
// What is imported by itself is a record to the main entry, too, and typed as there.
const any: readonly AnyRecord[] = [pageRequest, alone, vtd.pageRequest]
const index: number = convert(alone, 'amd.complete-ppr-request', bytes).packet.prgIndex
const findings = check(alone, answer)
if (any.some(({ size }) => size !== 32) || index !== 0x1ab || findings.length > 0) throw new Error('a record that is imported by itself does not work')
const generic: Pick<PageResponseMsg, 'respCode'> = vtd.pageGroupResponse.decode(bytes)
if (again !== 0x1ab || generic.respCode !== 0 || record('vtd.page-request').size !== pageRequest.size || readEntry('vtd.page-request-queue', new Uint8Array(32)).known !== true) throw new Error('the package does not work')
`

interface Manifest {
  readonly version: string
  readonly dependencies?: Record<string, string>
  readonly exports: Record<string, string>
}

/** What a user needs, and nothing else. */
const ALLOWED = /^(dist\/.+\.(js|d\.ts)|dist\/inspector\.html|dist\/(commander|binary-parser)\.LICENSE|(docs\/|bench\/)?[-A-Za-z]+\.md|man\/pci-ats-pri\.1|examples\/[-a-z]+\.(ts|test\.ts|log|txt|hex|h)|examples\/audit\/[-.a-z0-9]+\.json|package\.json|LICENSE)$/

try {
  const [packed] = JSON.parse(run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', project], root)) as { filename: string; files: { path: string }[]; size: number }[]
  const strays = packed!.files.map(({ path }) => path).filter((path) => !ALLOWED.test(path))
  if (strays.length > 0) throw new Error(`the package holds what nobody needs: ${strays.join(', ')}`)
  const paths = new Set(packed!.files.map(({ path }) => path))
  // What a page of the package links to is in it; but for the pictures, which are as large as all pages.
  const links = [...paths].filter((path) => path.endsWith('.md')).flatMap((path) => [...readFileSync(join(root, path), 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link]) => join(dirname(path), link!)))
  const dead = links.filter((link) => !paths.has(link) && !link.endsWith('.png'))
  if (dead.length > 0) throw new Error(`pages of the package link to what is not in it: ${dead.join(', ')}`)
  writeFileSync(join(project, 'package.json'), '{ "type": "module", "private": true }\n')
  run('npm', ['install', '--no-audit', '--no-fund', `./${packed!.filename}`])
  writeFileSync(join(project, 'use.ts'), USE)
  writeFileSync(join(project, 'tsconfig.json'), '{ "compilerOptions": { "module": "nodenext", "target": "es2022", "strict": true, "types": [] }, "files": ["use.ts"] }\n')
  run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', '.'])
  run(process.execPath, ['use.js'])
  const { version, dependencies = {}, exports } = JSON.parse(readFileSync(join(project, 'node_modules/pci-ats-pri/package.json'), 'utf8')) as Manifest
  const installed = readdirSync(join(project, 'node_modules')).filter((name) => !name.startsWith('.'))
  if (Object.keys(dependencies).length > 0 || installed.join() !== 'pci-ats-pri') throw new Error(`the package brings others with it: ${installed.join(', ')}`)
  const entries = Object.keys(exports).filter((entry) => entry !== './package.json' && !entry.includes('*'))
  // These need fast-check and apache-arrow, which are the user's to install.
  const alone = entries.filter((entry) => entry !== './testing' && entry !== './arrow')
  const imports = [...alone, './vtd/page-request', './linux/page-response-msg-be'].map((entry) => `await import('${entry.replace('.', 'pci-ats-pri')}')`)
  run(process.execPath, ['--input-type=module', '--eval', imports.join('\n')])
  run(process.execPath, ['--input-type=commonjs', '--eval', `if (require('pci-ats-pri').record('vtd.page-request').size !== 32) throw new Error('require does not work')`])
  // Captures read files, and the export of tests runs compilers; all others go into a bundle for browsers.
  const portable = entries.filter((entry) => entry !== './captures' && entry !== './export').map((entry) => `export * as e${entries.indexOf(entry)} from '${entry.replace('.', 'pci-ats-pri')}'`)
  await build({ stdin: { contents: portable.join('\n'), resolveDir: project }, bundle: true, write: false, platform: 'browser', format: 'esm', logLevel: 'error', nodePaths: [join(root, 'node_modules')] })
  const said = run(process.execPath, ['node_modules/pci-ats-pri/dist/cli.js', '--version']).trim()
  if (said !== version) throw new Error(`the command says that it is version ${said}`)
  // The command starts its second thread for long files alone, and does without it where it cannot.
  const thread = spawnSync(process.execPath, ['--eval', "new (require('node:worker_threads').Worker)('./node_modules/pci-ats-pri/dist/thread.js', { workerData: { file: 0, options: {}, shared: new SharedArrayBuffer(16) } })"], { cwd: project, encoding: 'utf8' })
  if (thread.status !== 0 || !readFileSync(join(project, 'node_modules/pci-ats-pri/dist/cli.js'), 'utf8').includes('./thread.js')) throw new Error(`the second thread does not begin: ${thread.stderr}`)
  const lacking = spawnSync(process.execPath, ['node_modules/pci-ats-pri/dist/cli.js', 'read', '--as', 'vtd.page-request', '--arrow', 'out.arrow'], { cwd: project, encoding: 'utf8', input: '' })
  if (lacking.status !== 2 || !lacking.stderr.includes('npm install apache-arrow')) throw new Error(`without apache-arrow, --arrow ends with ${lacking.status} and says: ${lacking.stderr}`)
  console.log(`${packed!.filename}: ${packed!.files.length} files, ${Math.round(packed!.size / 1000)} kB; installed, imported and type-checked in a fresh project`)
} finally {
  rmSync(project, { recursive: true, force: true })
}
