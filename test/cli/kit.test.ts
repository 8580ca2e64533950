import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { questionsFor } from '../../src/export/kit/probe.ts'
import { questionOf } from '../../src/export/kit/protocol.ts'
import { testee, vectorsOf } from '../../src/export/index.ts'
import { record } from '../../src/index.ts'
import { missingTool } from '../export/support/tools.ts'
import { command } from '../support/command.ts'

/** The commands that test and equip other people's implementations. */

const folder = mkdtempSync(join(tmpdir(), 'pci-ats-pri-kit-'))
const at = (name: string): string => join(folder, name)
const asked = (kind: string): string[] => ['--timeout', '20', '--', process.execPath, 'test/export/testees/hostile.mjs', kind, at('answers.json')]
afterAll(() => rmSync(folder, { recursive: true, force: true }))

beforeAll(() => {
  const tested = record('pcie.prg-response')
  const answer = testee([tested])
  const questions = [...vectorsOf(tested)].map(questionOf).concat(questionsFor(tested.layout, 'decode'))
  writeFileSync(at('answers.json'), JSON.stringify(Object.fromEntries(questions.map((question) => [question, answer(`1 ${question}`)!.slice(2)]))))
})

describe('vectors', () => {
  it('prints JSON lines after a line about them', async () => {
    const { status, json, out } = await command(['vectors', 'pcie.prg-response', '--ops', 'decode', '--random', '2', '--seed', '7'])
    expect(status).toBe(0)
    expect(json[0]).toMatchObject({ format: 'pci-ats-pri vectors', version: 1, seed: 7, tables: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(json.length).toBe(out.trimEnd().split('\n').length)
    expect(json.slice(1).every(({ record: id, op }) => id === 'pcie.prg-response' && op === 'decode')).toBe(true)
    expect(json.filter(({ name }) => String(name).includes('/random/7.'))).toHaveLength(2)
  })

  it('takes families, and refuses what is neither', async () => {
    const { json } = await command(['vectors', 'smmuv3', '--random', '0'])
    expect(new Set(json.slice(1).map((line) => line['record'])).size).toBe(5)
    expect(await command(['vectors', 'smmuv4'])).toMatchObject({ status: 2 })
    expect(await command(['vectors', '--ops', 'guess'])).toMatchObject({ status: 2 })
  })
})

describe('testee', () => {
  it('answers the protocol', async () => {
    const { out, status } = await command(['testee', 'pcie.prg-response'], {
      stdin: 'hello 1\n1 decode pcie.prg-response strict 3200000000000005\n2 encode pcie.prg-response nothing=1\n3 decode vtd.page-request strict -\nnoise\n4 decode pcie.prg-response strict zz\n',
    })
    expect(status).toBe(0)
    expect(out.split('\n')).toEqual([
      'hello 1 name=pci-ats-pri ops=decode,encode records=pcie.prg-response',
      '1 error truncated', '2 skip nothing=1 gives no field a number', '3 skip no record is called vtd.page-request',
      '4 skip the question is not: decode RECORD strict|ignore-reserved HEX', '',
    ])
  })
})

describe('conformance', () => {
  it('says ok with status 0, and what failed with status 1', async () => {
    const right = await command(['conformance', '--records', 'pcie.prg-response', ...asked('plain')])
    expect(right).toMatchObject({ status: 0, err: '' })
    expect(right.out).toMatch(/^plain: ok: (\d+) asked, \1 passed, 0 failed \(0 listed\), 0 skipped, seed 1\n$/)
    const wrong = await command(['conformance', '--records', 'pcie.prg-response', '--write-failures', at('failures.txt'), ...asked('wrong-code')])
    expect(wrong.status).toBe(1)
    expect(wrong.out).toMatch(/^failed:\n {2}pcie\.prg-response\/decode\/.*: error oops, should be: error fixed/)
    expect(wrong.out).toMatch(/\n {2}and \d+ more\nplain: not ok|wrong-code: not ok/)
    expect(await command(['conformance', '--records', 'pcie.prg-response', '--failures', at('failures.txt'), ...asked('wrong-code')])).toMatchObject({ status: 0 })
    expect((await command(['conformance', '--records', 'pcie.prg-response', '--failures', at('failures.txt'), '--json', ...asked('plain')])).json[0]).toMatchObject({ ok: false, failures: [] })
  })

  it('says what it did not ask, though it was named', async () => {
    const says = (words: string): string[] => ['--random', '0', '--', process.execPath, '-e', `console.log('hello 1 ${words}'); require('readline').createInterface({ input: process.stdin }).on('line', (line) => line.startsWith('hello') || console.log(line.split(' ')[0] + ' error truncated'))`]
    expect((await command(['conformance', ...says('records=pcie.pasid-prefix,pcie.pasid-prefx ops=decode,encod')])).err).toBe('note: not asked, as there is no such record or op: pcie.pasid-prefx, encod\n')
    expect((await command(['conformance', '--records', 'pcie.pasid-prefix,amd.ppr-log', ...says('records=pcie.pasid-prefix')])).err).toBe('note: not asked, as it does not say that it knows them: amd.ppr-log\n')
    expect((await command(['conformance', '--json', ...says('records=pcie.pasid-prefix ops=decode')])).json[0]).toMatchObject({ records: ['pcie.pasid-prefix'], ops: ['decode'] })
  })

  it('shows the report where the list cannot be written', async () => {
    const { status, out, err } = await command(['conformance', '--records', 'pcie.prg-response', '--write-failures', at('no-folder/list'), ...asked('wrong-code')])
    expect([status, err]).toEqual([2, `error: ${at('no-folder/list')}: no such file or directory\n`])
    expect(out).toMatch(/\nwrong-code: not ok/)
  })

  it('says with status 2 that a program cannot be tested', async () => {
    expect(await command(['conformance', '--', at('nothing')])).toMatchObject({ status: 2, out: '', err: expect.stringContaining('cannot be started') })
    expect(await command(['conformance', '--', ''])).toMatchObject({ status: 2, out: '', err: expect.stringContaining('cannot be started') })
    expect(await command(['conformance', '--failures', at('no-list'), '--', at('nothing')])).toMatchObject({ status: 2 })
  })
})

describe('probe', () => {
  it('says that every field is where it should be, with status 0', async () => {
    const { status, out } = await command(['probe', 'pcie.prg-response', ...asked('plain')])
    expect([status, out]).toEqual([0, 'pcie.prg-response: every field is where it should be (258 questions)\n'])
  })

  it('names what is elsewhere, and draws it, with status 1', async () => {
    const text = readFileSync(at('answers.json'), 'utf8').replaceAll(/prgIndex=0x([0-9a-f]+)/g, (_, hex: string) => `prgIndex=0x${(Number.parseInt(hex, 16) & 0xff).toString(16)}`)
    writeFileSync(at('bad.json'), text)
    const { status, out } = await command(['probe', 'pcie.prg-response', '--', process.execPath, 'test/export/testees/hostile.mjs', 'plain', at('bad.json')])
    expect(status).toBe(1)
    expect(out).toContain('pcie.prg-response prgIndex: reads DW2[7:0], should read DW2[8:0]   (PCIe')
    expect(out).toMatch(/prgIndex +\|\n +\^\n/)
  })
})

describe('export', () => {
  it('writes files, and checks those that are there', async () => {
    const written = await command(['export', 'python', 'vtd.page-request', '--testee', '-o', at('out')])
    expect(written).toMatchObject({ status: 0, err: '', out: `${at('out/pci_ats_pri.py')}\n${at('out/pci_ats_pri_testee.py')}\n` })
    expect(existsSync(at('out/pci_ats_pri.py'))).toBe(true)
    expect(await command(['export', 'python', 'vtd.page-request', '--check', at('out')])).toMatchObject({ status: 0, out: '', err: '' })
    writeFileSync(at('out/pci_ats_pri.py'), '# mine\n')
    expect(await command(['export', 'python', 'vtd.page-request', '--check', at('out')])).toMatchObject({ status: 1, err: `error: ${at('out/pci_ats_pri.py')}: is out of date\n` })
    expect(await command(['export', 'json', '--check', at('out')])).toMatchObject({ status: 1, err: expect.stringContaining('layouts.json: is not there') })
  })

  it('makes the folders above, and says what is in the way', async () => {
    expect(await command(['export', 'python', 'vtd.page-request', '-o', at('new/folders')])).toMatchObject({ status: 0, err: '' })
    writeFileSync(at('file'), '')
    expect(await command(['export', 'python', '-o', at('file')])).toMatchObject({ status: 2, out: '', err: expect.stringContaining('not a directory') })
    mkdirSync(at('in-the-way/pci_ats_pri.py'), { recursive: true })
    for (const option of ['-o', '--check']) expect(await command(['export', 'python', option, at('in-the-way')])).toMatchObject({ status: 2, err: expect.stringContaining('on a directory') })
  })

  // Node's own way to make folders never ends there.
  it.skipIf(!existsSync('/proc'))('ends where the system makes no folder', async () => {
    expect(await command(['export', 'python', '-o', '/proc/nothing'])).toMatchObject({ status: 2, err: expect.stringContaining('no such file') })
  })

  it('refuses what a target has not', async () => {
    for (const target of ['json', 'c-kernel', 'wireshark']) expect(await command(['export', target, '--testee', '-o', at('none')])).toMatchObject({ status: 2, err: `error: ${target} has no program for --testee\n` })
    expect(await command(['export', 'json', '--prefix', 'mine', '-o', at('none')])).toMatchObject({ status: 2, err: 'error: json has no names for --prefix\n' })
    for (const word of ['class', 'for', 'end', 'config']) expect(await command(['export', 'python', '--prefix', word, '-o', at('none')])).toMatchObject({ status: 2, err: expect.stringContaining(`${word} is a word of a language`) })
    expect(existsSync(at('none'))).toBe(false)
  })

  it('wants a target, one place, and a prefix that is a name', async () => {
    for (const argv of [['cobol', '-o', folder], ['c'], ['c', '-o', folder, '--check', folder], ['c', '--prefix', 'No', '-o', folder]]) expect(await command(['export', ...argv])).toMatchObject({ status: 2 })
  })
})

describe('audit', () => {
  it('refuses a mapping that is none', async () => {
    writeFileSync(at('mapping.json'), '{')
    expect(await command(['audit', at('mapping.json'), 'x.h'])).toMatchObject({ status: 2 })
    writeFileSync(at('mapping.json'), '{ "masks": { "vtd.nothing": {} } }')
    expect(await command(['audit', at('mapping.json'), 'x.h'])).toMatchObject({ status: 2, err: 'error: mapping: no record is called vtd.nothing\n' })
    expect(await command(['audit', at('mapping.json')])).toMatchObject({ status: 2, err: expect.stringContaining('give the mapping file, and then the headers') })
  })

  it.skipIf(missingTool('cc') !== undefined)('says the first thing that a compiler says, and that there is none', async () => {
    writeFileSync(at('bad.h'), 'no_type x;\nno_type_either y;\n')
    writeFileSync(at('mapping.json'), '{ "masks": { "smmuv3.pri-queue-entry": { "PRIQ_SID": "streamId" } } }')
    expect(await command(['audit', at('mapping.json'), at('bad.h')])).toMatchObject({ status: 2, out: '', err: expect.stringMatching(/^error: .*bad\.h:1:1: error: .*; and 1 more\n$/) })
    expect(await command(['audit', at('mapping.json'), at('missing.h')])).toMatchObject({ status: 2, out: '', err: expect.stringMatching(/^error: .*missing\.h: No such file or directory\n$/) })
    for (const cc of ['', at('no-compiler')]) expect(await command(['audit', `--cc=${cc}`, at('mapping.json'), at('bad.h')])).toMatchObject({ status: 2, out: '', err: expect.stringMatching(/^error: .*\n$/) })
  })

  it.skipIf(missingTool('cc') !== undefined)('writes a draft of a mapping, and says which lines are by their names alone', async () => {
    writeFileSync(at('draft.h'), '#define PRIQ_SID GENMASK_ULL(31, 0)\n#define PRIQ_SSID GENMASK_ULL(51, 32)\n#define PRIQ_READ BIT_ULL(60)\n#define PRIQ_PRG_IDX GENMASK_ULL(8, 0)\n#define PRIQ_LAST BIT_ULL(61)\n')
    const { status, out, err } = await command(['audit', '--suggest', 'smmuv3.pri-queue-entry', at('draft.h')])
    expect([status, JSON.parse(out)]).toMatchObject([0, { masks: { 'smmuv3.pri-queue-entry': { PRIQ_SID: 'streamId', PRIQ_LAST: 'last' } } }])
    expect(err).toContain('PRIQ_LAST: a name like last, with other bits')
    expect(await command(['audit', '--suggest', 'smmuv3', at('nothing.h')])).toMatchObject({ status: 2, err: expect.stringContaining('no such file') })
  })
})
