import { describe, expect, it } from 'vitest'
import { read } from '../../src/ingest/index.ts'
import { noisy } from './struct-noise.ts'

/** Structs of Linux as programs of several languages print them. All values are synthetic. */

const found = (text: string): unknown[] => read(text).items.map(({ record, message, ambiguous }) => [record, message, ...(ambiguous ? ['ambiguous'] : [])])

const fault = { flags: 3, devId: 1, pasid: 0x1234, grpid: 5, perm: 3, addr: 0x7f2200024000n, cookie: 9 }
const whole = { ...fault, length: 0 }
const one: readonly unknown[] = [['linux.iommufd-pgfault', fault]]
const all: readonly unknown[] = [['linux.iommufd-pgfault', whole]]
const NAMES = { flags: 'flags', devId: 'dev_id', pasid: 'pasid', grpid: 'grpid', perm: 'perm', addr: 'addr', length: 'length', cookie: 'cookie' }
const members = (write: (name: string, value: string, field: string) => string, of: object = whole, base = 10): string[] => Object.keys(NAMES).flatMap((field) => {
  const value = (of as Record<string, number | bigint>)[field]
  return value === undefined ? [] : [write(NAMES[field as keyof typeof NAMES], `${base === 16 ? '0x' : ''}${value.toString(base)}`, field)]
})
const upper = (name: string): string => name.replace(/(?:^|_)([a-z])/g, (_: string, letter: string) => letter.toUpperCase())

describe('a fault of iommufd', () => {
  it.each([
    ['C', `fault: ${members((name, value) => `${name}=${value}`, fault, 16).join(' ')}\n`, one],
    ['C with commas, among other words', `[worker 3] got ${members((name, value) => `${name} = ${value}`, fault, 16).join(', ')}; will answer\n`, one],
    ['C, behind and before other numbers', `12.5 seq=7 ${members((name, value) => `${name}=${value}`, fault, 16).join(' ')} retries=0\n`, one],
    ['Python', `Fault(${members((name, value) => `${name}=${value}`).join(', ')})\n`, all],
    ['a dict of Python', `{${members((name, value) => `'${name}': ${value}`).join(', ')}}\n`, all],
    ['JSON', `{${members((name, value) => `"${name}":${value}`).join(',')}}\n`, all],
    ['%+v of Go', `2026/01/02 15:04:05 {${members((name, value) => `${upper(name)}:${value}`).join(' ')}}\n`, all],
    ['%#v of Go', `main.HwptPgfault{${members((name, value) => `${upper(name)}:${value}`, whole, 16).join(', ')}}\n`, all],
    ['{:?} of Rust', `iommu_hwpt_pgfault { ${members((name, value) => `${name}: ${value}`).join(', ')} }\n`, all],
    ['{:#?} of Rust', `[src/main.rs:10:5] f = iommu_hwpt_pgfault {\n${members((name, value) => `    ${name}: ${value},\n`).join('')}}\n`, all],
    ['{:#?} of Rust, of another name', `IommuHwptPgfault {\n${members((name, value) => `    ${name}: ${value},\n`).join('')}}\n`, all],
    ['spew of Go', `(main.IommuHwptPgfault) {\n${members((name, value) => ` ${upper(name)}: (uint32) ${value},\n`).join('')}}\n`, all],
  ])('as %s prints it', (_, text, expected) => {
    for (const written of noisy(text)) expect(found(written), written).toEqual(expected)
  })

  it('is one though a mail client broke its line', () => {
    const words = members((name, value) => `${name}=${value}`, fault, 16)
    for (let at = 5; at < words.length; at++) {
      const text = `> fault: ${words.slice(0, at).join(' ')}\n> ${words.slice(at).join(' ')}\n`
      expect(found(text + text), text).toEqual([...one, ...one])
    }
  })

  it('says what it does not say, and where it breaks off', () => {
    expect(read(`fault: ${members((name, value) => `${name}=${value}`, fault).join(' ')}\n`).items.map(({ absent }) => absent)).toEqual([['length', '+20[31:0]']])
    const lines = members((name, value) => `    ${name}: ${value},\n`)
    expect(read(`iommu_hwpt_pgfault {\n${lines.slice(0, 6).join('')}something else\n`).items.map(({ absent, findings }) => [absent, findings.map(({ message }) => message)])).toEqual([[['length', 'cookie', '+20[31:0]'], ['the struct breaks off']]])
  })

  it('is none where a name is of another struct, a value is no number, or the base is not told', () => {
    const lines = members((name, value) => `${name}=${value}`, fault)
    for (const line of [lines.slice(3).join(' '), [...lines.slice(0, 4), 'weight=3', ...lines.slice(4)].join(' '), lines.join(' ').replace(/addr=\d+/, 'addr=7f2200024000'), lines.join(' ').replace(/addr=\d+/, 'addr=70220024'), lines.join(' ').replace('flags=3', 'flags=VALID'), 'uid=0 gid=0 grpid=5 perm=3', 'the member grpid: see dev_id']) {
      expect(found(`${line}\n`), line).toEqual([])
    }
    expect(found(`printf("flags=%x dev_id=%u pasid=%u grpid=%u perm=%x addr=%llx cookie=%u\\n",\n`)).toEqual([])
  })
})

describe('a response of iommufd', () => {
  const response: unknown[] = [['linux.iommufd-page-response', { cookie: 9, code: 1 }]]

  it.each(['iommu_hwpt_page_response { cookie: 9, code: 1 }\n', 'resp = IommuHwptPageResponse(cookie=9, code=1)\n', 'main.IommuHwptPageResponse{Cookie:0x9, Code:0x1}\n', 'iommu_hwpt_page_response {\n    cookie: 9,\n    code: 1,\n}\n'])('has its name: %s', (text) => {
    for (const written of noisy(text)) expect(found(written), written).toEqual(response)
  })

  it('is none without it', () => {
    for (const text of ['cookie=9 code=1\n', 'iommu_hwpt_page_response is { cookie: 9, code: 1 }\n', 'iommu_hwpt_page_response { cookie: 9, size: 1 }\n', 'struct iommu_hwpt_page_response {\n\t__u32 cookie;\n\t__u32 code;\n};\n']) expect(found(text), text).toEqual([])
  })
})
