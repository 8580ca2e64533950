import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { parseLspci } from '../../src/ingest/lspci-spaces.ts'
import { command } from '../support/command.ts'

/** A synthetic function: ATS at 0x100, PRI at 0x108, enabled without allocation. */
const SPACE = Buffer.alloc(4096)
SPACE.set(Buffer.from('0f00811020000080' + '1300010001000000' + '2000000000000000', 'hex'), 0x100)

/** As `lspci -xxxx` prints it. */
function dump(bytes: Uint8Array): string {
  const rows = Array.from({ length: bytes.length / 16 }, (_, i) => `${(16 * i).toString(16).padStart(2, '0')}: ${[...bytes.subarray(16 * i, 16 * i + 16)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ')}`)
  return `${rows.join('\n')}\n`
}

const TEXT = `3b:00.0 Processing accelerators: Device 1234:5678\n\tControl: I/O- Mem+\n\tCapabilities: [100 v1] Address Translation Service (ATS)\n\t\tATSCap:\tInvalidate Queue Depth: 00\n${dump(SPACE)}\n`

describe('parseLspci', () => {
  it('reads one function and many, with their text around them', () => {
    const [one] = parseLspci(TEXT)
    expect(one).toEqual({ name: '3b:00.0', line: 1, bytes: Uint8Array.from(SPACE) })
    const many = parseLspci(`${TEXT}0001:3b:00.1 Device\n${dump(SPACE.subarray(0, 256))}\n00:1f.7 without a dump\n\n`)
    expect(many.map(({ name, bytes }) => [name, bytes.length])).toEqual([['3b:00.0', 4096], ['0001:3b:00.1', 256]])
  })

  it('reads dumps without a title, quoted, and with carriage returns', () => {
    expect(parseLspci(dump(SPACE) + dump(SPACE)).map(({ name, line, bytes }) => [name, line, bytes.length])).toEqual([['', 1, 4096], ['', 257, 4096]])
    expect(parseLspci(TEXT.replaceAll(/^/gm, '> > '))[0]).toMatchObject({ name: '3b:00.0', bytes: Uint8Array.from(SPACE) })
    expect(parseLspci(TEXT.replaceAll('\n', '\r\n'))[0]).toMatchObject({ name: '3b:00.0', bytes: Uint8Array.from(SPACE) })
  })

  it('says which row is missing, and keeps to what comes before it', () => {
    const lines = TEXT.split('\n')
    lines.splice(4 + 0x11, 1)
    expect(parseLspci(lines.join('\n'))).toMatchObject([{ name: '3b:00.0', problem: expect.stringMatching(/^line 22: the row at 120, where 110 comes next/) }])
    expect(parseLspci('3b:00.0 Device\n100: 0f 00\n')).toMatchObject([{ name: '3b:00.0', problem: expect.stringContaining('the row at 100') }])
    expect(parseLspci(`${TEXT.slice(0, TEXT.indexOf('100: '))}${dump(SPACE).slice(dump(SPACE).indexOf('110: '))}`)[0]!.bytes).toHaveLength(256)
  })

  it('takes nothing else for a dump', () => {
    expect(parseLspci('02:00.0 Ethernet\n\tRegion 0: Memory at f0000000\n12:34 56\n00: 1 2 3\nzz: 00\n')).toEqual([])
    expect(parseLspci(`02:00.8 no function\n${dump(SPACE)}`)).toMatchObject([{ name: '', line: 2 }])
    expect(parseLspci('')).toEqual([])
  })
})

describe('the command capabilities', () => {
  const folder = mkdtempSync(join(tmpdir(), 'capabilities-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const file = (name: string, data: string | Uint8Array): string => {
    writeFileSync(join(folder, name), data)
    return join(folder, name)
  }

  it('shows the list, the three capabilities and the findings', async () => {
    const { out, err, status } = await command(['capabilities'], { stdin: TEXT, columns: 200 })
    expect(err).toBe('')
    expect(status).toBe(0)
    expect((await command(['capabilities', '--strict'], { stdin: TEXT })).status).toBe(1)
    expect((await command(['capabilities', '--strict', '--exit-zero'], { stdin: TEXT })).status).toBe(0)
    expect(out).toMatch(/^3b:00\.0 {2}4096 bytes$/m)
    expect(out).toMatch(/^ +0x100 +id 0xf +v1 +Address Translation Service$/m)
    expect(out).toContain('config.ats-capability  at 0x100, takes 32 Invalidate Requests at a time')
    expect(out).toMatch(/^ +pageAlignedRequest +\+4\[5\] +0x1 +yes$/m)
    expect(out).toMatch(/^ +globalInvalidateSupported +\+4\[6\] +0x0 +no$/m)
    expect(out).toMatch(/^ +pageRequestCapacity +\+8\[31:0\] +0x20 +32$/m)
    expect(out).toMatch(/^ {2}note: 0x100: Invalidate Queue Depth 0 means 32/m)
    expect(out).toMatch(/^ {2}error: 0x108: page requests are enabled, but the function may have none outstanding/m)
  })

  it('exits with 0 where nothing is in error', async () => {
    const fine = Buffer.from(SPACE)
    fine[0x114] = 0x20
    const { out, status } = await command(['capabilities', '--strict'], { stdin: dump(fine) })
    expect(out).toContain('the dump from line 1 on')
    expect(status).toBe(0)
  })

  it('reads files, binary as well, to the same end', async () => {
    const text = await command(['capabilities', '--json', file('lspci.txt', TEXT)])
    const binary = await command(['capabilities', '--json', '--binary', file('config', SPACE)])
    expect(text.json).toHaveLength(1)
    const { device, ...rest } = text.json[0]!
    expect(device).toBe('3b:00.0')
    expect(binary.json).toEqual([rest])
    expect(rest).toMatchObject({ bytes: 4096, queueDepth: 32, ats: { enable: true }, pri: { pageRequestCapacity: 32 }, pasid: null, findings: [{ id: 'queue-depth-32', offset: 0x100 }, { id: 'enabled-without-allocation', offset: 0x108 }] })
    const shown = await command(['capabilities', '--binary', file('config', SPACE)])
    expect(shown.out).toMatch(/^configuration space {2}4096 bytes$/m)
  })

  it('reports a dump with holes, and goes on with the next', async () => {
    const { json, err, status } = await command(['capabilities', '--json'], { stdin: `02:00.0 first\n100: 00 00\n${TEXT}` })
    expect(err).toMatch(/error: 02:00\.0: line 2: the row at 100/)
    expect(json.map(({ device }) => device)).toEqual(['3b:00.0'])
    expect(status).toBe(1)
  })

  it('says what to do about input without a dump', async () => {
    expect(await command(['capabilities'], { stdin: '02:00.0 Ethernet\n' })).toMatchObject({ status: 1, out: '', err: expect.stringContaining('lspci writes it with -xxxx') })
    expect(await command(['capabilities'], { stdin: SPACE })).toMatchObject({ status: 1, out: '', err: expect.stringContaining('--binary') })
    expect(await command(['capabilities'], { stdin: '' })).toMatchObject({ status: 1, out: '', err: expect.stringContaining('nothing to read') })
    expect(await command(['capabilities', join(folder, 'missing')])).toMatchObject({ status: 2, out: '', err: expect.stringContaining('no such file or directory') })
  })

  it('wraps its findings to the width of the terminal', async () => {
    const { out } = await command(['capabilities'], { stdin: TEXT, columns: 80 })
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
  })
})
