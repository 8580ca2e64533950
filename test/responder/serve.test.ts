import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { createInterface } from 'node:readline'
import { afterAll, describe, expect, it } from 'vitest'
import { recordsOf } from '../../src/cli/serve-input.ts'
import { linesOf } from '../../src/cli/source.ts'
import { linux, parseEvent, replay } from '../../src/index.ts'
import { NO_PASID, requestBytes, RESPONSE, VTD } from './support.ts'
import { toHex } from '../support/bytes.ts'
import { command } from '../support/command.ts'
import { program } from '../support/program.ts'

/** The command `serve`. */

const ZEROS = '00'.repeat(16)
const SUCCESS = `1900000345230100580d000000000000${ZEROS}`
const INVALID = `1910000345230100580d000000000000${ZEROS}`
const folder = mkdtempSync(join(tmpdir(), 'serve-'))
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const receive = (request = {}, identity = { rid: 0x300 }): string => JSON.stringify({ type: 'receive', bytes: toHex(requestBytes(VTD, request, identity)) })
const respond = (message: object, device = 1): string => JSON.stringify({ type: 'respond', device, message })
const ANSWER = respond({ pageReqGroupId: 0x1ab, pasid: 0x12345, respCode: 0 })

const serve = (lines: readonly string[], ...options: string[]) => command(['serve', VTD, ...options], { stdin: lines.join('\n') })
const bytesOf = ({ json }: Awaited<ReturnType<typeof serve>>): unknown[] => json.filter(({ type }) => type === 'answer').map(({ bytes }) => bytes)

describe('lines', () => {
  it('are actions, answered line by line', async () => {
    const ran = await serve(['{"type":"attach","init":{"rid":"03:00.0"}}', receive(), '', ANSWER, ANSWER])
    expect(ran.status).toBe(0)
    expect(bytesOf(ran)).toEqual([SUCCESS])
    expect(ran.json.map(({ type, reason }) => reason ?? type)).toEqual(['answer', 'nothing-pending'])
    expect(ran.err).toBe('note: 1 records (0 malformed, 0 unknown-device, 0 bad-request, 0 index-reused, 0 stop-marker); 1 groups; 1 responses (1 caller); 1 refused; 0 groups and 0 requests outstanding\n')
  })

  it('need not say what a response to a group has no use for; a PASID that is named is there', async () => {
    expect(bytesOf(await serve([receive(NO_PASID), respond({ pageReqGroupId: 0x1ab, respCode: 1 })], '--device', '03:00.0'))).toEqual([`0910000300000000580d000000000000${ZEROS}`])
  })

  it('name a PASID of 0 only where they say so', async () => {
    const ran = await serve([receive({ pasid: 0 }), respond({ pageReqGroupId: 0x1ab, respCode: 0 }), respond({ pageReqGroupId: 0x1ab, pasid: 0, respCode: 0 })], '--device', '03:00.0')
    expect(ran.json.map(({ type, reason }) => reason ?? type)).toEqual(['wrong-pasid', 'answer'])
  })

  it('come too late when the deadline has passed', async () => {
    const ran = await serve([receive(), ANSWER], '--device', '03:00.0', '--deadline', '0.001')
    expect(ran.json.map(({ type, by, reason }) => `${type} ${by ?? reason}`)).toEqual(['answer deadline', 'refused nothing-pending'])
  })

  it('may hold a C struct', async () => {
    const struct = linux.pageResponseMsgBe.encode({ ...RESPONSE, privateData: 0 })
    const line = { type: 'respond-bytes', device: 1, bytes: toHex(struct), struct: 'linux.page-response-msg-be' }
    expect(bytesOf(await serve([receive(), JSON.stringify(line)], '--device', '03:00.0'))).toEqual([SUCCESS])
  })

  it('that are bad are reported and skipped', async () => {
    const ran = await serve(['oops', '{"type":"fly"}', '{"type":"receive","bytes":"0"}', '{"type":"receive","bytes":"00"}', '{"type":"attach"}', '{"type":"attach","init":{"rid":"x"}}',
      '{"type":"attach","init":{"rid":768}}', '{"type":"detach","device":9}', '{"type":"respond-bytes","device":1,"bytes":"","struct":"x"}', '[]', receive(), ANSWER], '--device', '03:00.0')
    expect(ran.status).toBe(1)
    expect(bytesOf(ran)).toEqual([SUCCESS])
    expect(ran.err.split('\n').filter((line) => line.startsWith('error:')).map((line) => /^error: standard input:(\d+): /.exec(line)?.[1])).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'])
  })

  it('tell on standard error what was dropped', async () => {
    const ran = await serve([receive({}, { rid: 0x308 }), receive(), receive(), receive({ pageReqGroupId: 1 })], '--device', '{"rid":"03:00.0","pri":{"pageRequestCapacity":1}}')
    expect(ran.status).toBe(0)
    expect(ran.err.split('\n').slice(0, 3)).toEqual([
      'note: standard input:1: no device 03:01.0 is attached; dropped',
      'note: standard input:3: device 1 uses group index 427 while it is pending; dropped',
      'note: standard input:4: over-allocation: a request of device 1 is dropped',
    ])
  })

  it('end with everything answered: what is pending with Invalid Request', async () => {
    const ran = await serve([receive(), receive({ pageReqGroupId: 1, last: false })], '--device', '03:00.0')
    expect(bytesOf(ran)).toEqual([INVALID])
    expect(ran.err).toContain('1 responses (1 detach); 0 refused; 0 groups and 0 requests outstanding\n')
  })

  it.each(['', '\n\n'])('may be none', async (stdin) => {
    const ran = await command(['serve', VTD], { stdin })
    expect(ran).toMatchObject({ status: 0, out: '' })
    expect(ran.err).toContain('note: 0 records')
  })

  it('may be a trace, which leads to the same again', async () => {
    const path = join(folder, 'trace.jsonl')
    const first = await serve([receive(), receive({ pageReqGroupId: 2 }), ANSWER, ANSWER], '--device', '03:00.0', '--trace', path)
    const trace = readFileSync(path, 'utf8')
    const second = await serve([trace])
    expect(second.status).toBe(0)
    expect(bytesOf(second)).toEqual(bytesOf(first))
    expect(replay(trace.trimEnd().split('\n').map(parseEvent)).iommu.outstanding.groups).toBe(0)
  })

  it('are written for every event where that is asked for', async () => {
    const { json } = await serve([receive(), ANSWER], '--device', '03:00.0', '--events')
    expect(json.map(({ type }) => type)).toEqual(['open', 'attach', 'receive', 'pending', 'respond', 'answer', 'detach'])
  })
})

describe('answers', () => {
  it.each([['success', SUCCESS], ['invalid', INVALID], ['failure', SUCCESS.replace('1900', '19f0')]])('may be the same for every group: %s', async (code, bytes) => {
    expect(bytesOf(await serve([receive()], '--device', '03:00.0', '--auto', code))).toEqual([bytes])
  })

  it('may be scripted: the first rule that fits is taken, and then the answer to every other', async () => {
    const script = file('rules.jsonl', '{"pageReqGroupId":1,"respCode":"failure"}\n\n{"device":1,"pasid":null,"respCode":1}\n{"pageReqGroupId":2,"respCode":15}\n')
    const groups = [{ pageReqGroupId: 1 }, { ...NO_PASID, pageReqGroupId: 2 }, { pageReqGroupId: 2 }, { pageReqGroupId: 3 }].map((request) => receive(request))
    const codes = async (...options: string[]): Promise<unknown> => (await serve(groups, '--device', '03:00.0', '--answers', script, ...options)).json.map(({ respCode, by }) => `${respCode} ${by}`)
    expect(await codes('--auto', 'success')).toEqual(['15 auto', '1 auto', '15 auto', '0 auto'])
    expect(await codes()).toEqual(['15 auto', '1 auto', '15 auto', '1 detach'])
  })

  it.each([
    ['oops', 'no line of JSON'], ['5', 'no object'], ['{"respCode":2}', 'respCode must be'], ['{}', 'respCode must be'], ['{"group":1,"respCode":0}', 'a rule has no "group"'], ['{"device":"1","respCode":0}', 'device must be a number'],
  ])('may not be scripted by %s', async (line, why) => {
    const ran = await serve([], '--answers', file('bad.jsonl', `{"respCode":0}\n${line}\n`))
    expect(ran.status).toBe(2)
    expect(ran.err).toContain(`bad.jsonl:2: ${why}`)
  })
})

describe('wrong usage', () => {
  it.each([
    [['linux.fault-event']], [['vtd.page-request-v9']], [[VTD, '--auto', 'yes']], [[VTD, '--deadline', 'soon']], [[VTD, '--linux', '7.0']], [[VTD, '--iommu-rid', 'x']],
    [[VTD, '--device', 'x']], [[VTD, '--device', '{']], [[VTD, '--device', '1:03:00.0']], [[VTD, '--device', '3:0.0', '--device', '3:0.0']], [[VTD, '--binary', '--events']],
    [[VTD, '--answers', 'there is none']], [[VTD, '--trace', 'no/such/folder/file']],
  ])('is an error: %s', async (argv) => {
    const ran = await command(['serve', ...argv])
    expect(ran).toMatchObject({ status: 2, out: '' })
    expect(ran.err).toMatch(/^error: /)
  })
})

describe('a stream', () => {
  const all = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
    const list: T[] = []
    for await (const item of items) list.push(item)
    return list
  }
  const cut = (bytes: Uint8Array, size: number): Readable => Readable.from(Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.slice(i * size, (i + 1) * size)))
  const prefixed = requestBytes('pcie.page-request')
  const plain = requestBytes('pcie.page-request', NO_PASID)
  const digested = Uint8Array.of(...plain, 1, 2, 3, 4)
  digested[2]! |= 0x80

  it.each([1, 2, 3, 7, 16, 19, 20, 21, 1000])('may be cut after any %d bytes', async (size) => {
    const records = [prefixed, plain, digested, prefixed, plain.slice(0, 5)]
    expect((await all(recordsOf(cut(Buffer.concat(records), size), 'pcie.page-request'))).map(toHex)).toEqual(records.map(toHex))
    const flit = [requestBytes('pcie-flit.page-request'), requestBytes('pcie-flit.page-request', {}, { rid: 0x300, segment: 2 }), requestBytes('pcie-flit.page-request', NO_PASID)]
    expect(flit.map(({ length }) => length)).toEqual([20, 24, 16])
    expect((await all(recordsOf(cut(Buffer.concat(flit), size), 'pcie-flit.page-request'))).map(toHex)).toEqual(flit.map(toHex))
    const text = ['{"é":"€𝄞"}', '', 'two\r', 'last']
    expect(await all(linesOf(cut(Buffer.from(text.join('\n')), size)))).toEqual(text)
  })

  it('gives each record as soon as it is whole', async () => {
    const asked: number[] = []
    const source = Readable.from((function* () {
      for (let i = 0; ; i++) {
        asked.push(i)
        yield plain.slice(i % 16, (i % 16) + 1)
      }
    })())
    await recordsOf(source, 'pcie.page-request').next()
    expect(asked.length).toBeLessThan(16 + source.readableHighWaterMark + 2)
  })
})

describe('the process', () => {
  const argv = async (...options: string[]): Promise<string[]> => [await program('src/cli/main.ts'), 'serve', ...options]

  it('answers bytes with bytes, and reports half a record at the end', async () => {
    const requests = Buffer.concat([requestBytes('pcie.page-request'), requestBytes('pcie.page-request', { ...NO_PASID, pageReqGroupId: 1 }), Buffer.from('9101', 'hex')])
    const { status, stdout, stderr } = spawnSync(process.execPath, await argv('pcie.page-request', '--device', '03:00.0', '--binary', '--auto', 'success'), { input: requests })
    expect(stdout.toString('hex')).toBe('910123453200000000000005030001ab0000000032000000000000050300000100000000')
    expect(stderr.toString()).toMatch(/^error: standard input: record 2: pcie.pasid-prefix bytes: truncated.*\nnote: 3 records \(1 malformed/)
    expect(status).toBe(1)
  })

  it('answers each request before the next one comes', async () => {
    const child = spawn(process.execPath, await argv(VTD, '--device', '03:00.0'), { stdio: ['pipe', 'pipe', 'ignore'] })
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
    for (let pageReqGroupId = 0; pageReqGroupId < 3; pageReqGroupId++) {
      child.stdin.write(`${receive({ pageReqGroupId })}\n${respond({ pageReqGroupId, pasid: 0x12345, respCode: 0 })}\n`)
      expect(JSON.parse((await lines.next()).value as string)).toMatchObject({ type: 'answer', pageReqGroupId })
    }
    child.stdin.end()
    expect(await new Promise((resolve) => child.on('exit', resolve))).toBe(0)
  })

  it('answers with Response Failure when the deadline has passed, though nothing comes in', async () => {
    const child = spawn(process.execPath, await argv(VTD, '--device', '03:00.0', '--deadline', '40', '--binary'), { stdio: ['pipe', 'pipe', 'ignore'] })
    child.stdin.write(requestBytes(VTD))
    const bytes = await new Promise<Buffer>((resolve) => child.stdout.once('data', resolve))
    expect(bytes.toString('hex')).toBe(SUCCESS.replace('1900', '19f0'))
    child.stdin.end()
    expect(await new Promise((resolve) => child.on('exit', resolve))).toBe(0)
  })
})
