import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { conformance, formatFailures, parseFailures, testee, vectorsOf } from '../../src/export/index.ts'
import type { ConformanceOptions, Report } from '../../src/export/index.ts'
import { questionOf } from '../../src/export/kit/protocol.ts'
import { record } from '../../src/index.ts'
import type { Layout } from '../../src/index.ts'
import { Folder } from './support/tools.ts'

/** The kit against testees that are bad in every way that was thought of: each has the verdict that docs/exports.md gives. */

const tested = record('pcie.pasid-prefix')
const vectors = [...vectorsOf(tested, { random: 2 })]
const victim = vectors[60]!
const hostile = fileURLToPath(new URL('testees/hostile.mjs', import.meta.url))
const folder = new Folder()
const options = { random: 2, timeout: 20 } as const

function ask(kind: string, more: ConformanceOptions = {}): Promise<Report> {
  return conformance([tested], [process.execPath, hostile, kind, folder.at('answers.json'), questionOf(victim), folder.at('flag')], { ...options, ...more })
}

beforeAll(() => {
  const answer = testee([tested])
  writeFileSync(folder.at('answers.json'), JSON.stringify(Object.fromEntries(vectors.map((vector) => {
    const question = questionOf(vector)
    return [question, answer(`1 ${question}`)!.slice(2)]
  }))))
})
afterAll(() => folder.remove())

describe('a testee that is right', () => {
  it.each([
    ['plain', {}, {}],
    ['plain', { window: 1 }, {}],
    ['plain', { batch: true }, {}],
    ['banner', {}, { noise: 2 }],
    ['talks-to-stderr', {}, {}],
    ['carriage-returns', {}, {}],
    ['in-pieces', {}, {}],
    ['decimal', {}, {}],
    ['in-any-order', {}, {}],
    ['leaves-a-child', {}, {}],
    ['floods-stderr', {}, {}],
  ] as const)('passes: %s %o', async (kind, more, due) => {
    const report = await ask(kind, more)
    expect(report).toMatchObject({ ok: true, asked: vectors.length, passed: vectors.length, failed: 0, skipped: 0, restarts: 0, advice: [], ...due })
    expect(report.stderr.length).toBeLessThanOrEqual(2000)
    if (kind === 'talks-to-stderr') expect(report.stderr).toMatch(/ the end$/)
  })

  it('is asked of no record that it does not name, and no vector of one is made', async () => {
    const other = { ...record('vtd.page-request'), layout: { id: 'vtd.page-request' } as Layout }
    expect(() => [...vectorsOf(other)]).toThrow()
    const report = await conformance([tested, other], [process.execPath, hostile, 'names-its-record', folder.at('answers.json')], options)
    expect(report).toMatchObject({ ok: true, asked: vectors.length })
  })

  it('passes with advice where it names no field', async () => {
    const report = await ask('no-field')
    expect(report).toMatchObject({ ok: true, failed: 0 })
    expect(report.advice.length).toBe(vectors.filter(({ error }) => error?.field !== undefined).length)
  })

  it('is asked only what decodes at level values', async () => {
    const report = await ask('accepts-all', { level: 'values' })
    expect(report).toMatchObject({ ok: true, asked: vectors.filter(({ op, error }) => op === 'decode' && !error).length })
  })
})

describe('a testee that is wrong', () => {
  const refused = vectors.filter(({ error }) => error).length
  const accepted = vectors.filter(({ op, error }) => op === 'decode' && !error).length

  it.each([
    ['garbage', { passed: 0, failed: vectors.length }],
    ['wrong-code', { failed: refused }],
    ['accepts-all', { failed: refused }],
    ['skips-all', { passed: 0, failed: 0, skipped: vectors.length }],
    ['echoes', { passed: 0, failed: vectors.length }],
    ['half-of-the-values', { failed: accepted }],
    ['values-twice', { failed: accepted }],
    ['negative-numbers', { failed: accepted }],
    ['long-answer', { failed: 1 }],
  ] as const)('fails: %s', async (kind, due) => {
    expect(await ask(kind)).toMatchObject({ ok: false, ...due })
  })

  it.each([
    ['dies-on-one', 20, 2, 'the testee ended with status 3'],
    ['dies-in-a-line', 20, 2, 'the testee ended with status 3'],
    ['silent-on-one', 5, 1, 'the testee gave no answer in 5 seconds'],
  ] as const)('is blamed for exactly the vector at fault: %s', async (kind, timeout, restarts, reason) => {
    const report = await ask(kind, { timeout })
    expect(report.failures).toEqual([{ name: victim.name, reason }])
    expect(report).toMatchObject({ ok: false, passed: vectors.length - 1, failed: 1, restarts })
  })

  it('has a failure of its own where its death does not come again', async () => {
    rmSync(folder.at('flag'), { force: true })
    const report = await ask('dies-once')
    expect(existsSync(folder.at('flag'))).toBe(true)
    expect(report).toMatchObject({ ok: false, passed: vectors.length, failed: 0, restarts: 1 })
    expect(report.failures).toMatchObject([{ name: 'testee/end', reason: expect.stringContaining('ended with status 3') }])
  })

  it('has not answered with a line that has no end', async () => {
    const report = await ask('no-line-end', { batch: true })
    expect(report.failures).toEqual([{ name: vectors.at(-1)!.name, reason: 'the testee ended with status 0' }])
  })

  it('loses in a batch what it left open', async () => {
    const report = await ask('dies-on-one', { batch: true })
    expect(report.ok).toBe(false)
    expect(report.failures.map(({ name }) => name)).toContain(victim.name)
    expect(report.passed + report.failed).toBe(vectors.length)
  })
})

describe('a testee that cannot be tested', () => {
  it.each([
    ['silent', /said no hello: it gave no answer in 2 seconds/],
    ['dies-at-start', /said no hello: it ended with status 7/],
    ['other-version', /speaks version 2 of the protocol, not 1/],
    ['other-version in a batch', /speaks version 2 of the protocol, not 1/],
    ['flood', /wrote a line of more than 64 KiB/],
    ['later-lies-of-hello', /wrote more than 100 lines that answer nothing/],
    ['flood-of-lines', /wrote more than 100 lines that answer nothing/],
    ['twice', /answered question \d+, which was not open/],
    ['unasked', /answered question 999999, which was not open/],
    ['closes-stdout', /gave up after 3 restarts/],
    ['dies-always', /gave up after 20 restarts; the last time it ended with status 3/],
  ] as const)('is unusable: %s', async (kind, message) => {
    await expect(ask(kind.split(' ')[0]!, { ...(kind.endsWith('batch') && { batch: true }), ...(kind === 'silent' && { start: 2 }), ...(kind === 'closes-stdout' && { timeout: 5, restarts: 3 }) })).rejects.toThrow(message)
  })

  it('is unusable where there is no such program', async () => {
    await expect(conformance([tested], [folder.at('nothing')], options)).rejects.toThrow(/cannot be started: .*no such file or directory/)
  })

  it('is unusable where it reads no more', async () => {
    await expect(ask('closes-stdin', { timeout: 1, restarts: 3 })).rejects.toThrow(/gave up after 3 restarts/)
  })
})

describe('a failure list', () => {
  const failing = vectors.filter(({ error }) => error)

  it('is met by what fails and nothing else', async () => {
    const list = formatFailures(failing.map(({ name }) => ({ name, reason: 'known' })))
    expect(await ask('wrong-code', { failures: parseFailures(list) })).toMatchObject({ ok: true, failed: failing.length, failures: [], stale: [] })
  })

  it('does not excuse what is not listed', async () => {
    const list = formatFailures(failing.slice(3).map(({ name }) => ({ name, reason: 'known' })))
    const report = await ask('wrong-code', { failures: parseFailures(list) })
    expect(report.ok).toBe(false)
    expect(report.failures.map(({ name }) => name)).toEqual(failing.slice(0, 3).map(({ name }) => name))
  })

  it('is stale where what it lists passes', async () => {
    expect(await ask('plain', { failures: parseFailures(`${victim.name} # not any more\npcie.*/encode/over/*`) })).toMatchObject({ ok: false, stale: [victim.name, 'pcie.*/encode/over/*'] })
  })

  it('names nothing twice, and nothing unknown', async () => {
    expect(() => parseFailures('a # x\n\n# y\na')).toThrow('failure list, line 4: a stands on line 1 already')
    await expect(ask('plain', { failures: parseFailures('pcie.nothing') })).rejects.toThrow('failure list, line 1: no vector is called pcie.nothing')
  })
})
