import { pcie, record } from '../../src/index.ts'
import type { AnyMessage, Identity, PageRequest, PageResponseMsg, Value } from '../../src/index.ts'
import type { Row } from './rows.ts'

/** A message of either kind and the identity beside it, in one flat object. */
export type Values = Readonly<Record<string, Value | undefined>>

/** Something that a format cannot hold: an error or, where `kept` says what remains without it, a loss. */
export interface Problem {
  readonly field: string
  readonly value: unknown
  /** What the error must say that it expected. */
  readonly expected: RegExp
  readonly kept?: Values
}

const IDENTITY = ['rid', 'segment', 'pasidRequired', 'iommuRid', 'devId', 'cookie', 'streamResponseRequested', 'batchOfFaults']

const pick = (values: Values, wanted: (name: string) => boolean) =>
  Object.fromEntries(Object.entries(values).filter(([name, value]) => wanted(name) && value !== undefined))

export const identityOf = (values: Values): Identity => pick(values, (name) => IDENTITY.includes(name))
const messageOf = (values: Values): unknown => pick(values, (name) => !IDENTITY.includes(name))
export const requestOf = (values: Values) => messageOf(values) as PageRequest
export const responseOf = (values: Values) => messageOf(values) as PageResponseMsg

function slicesOf(place: string): { field: string; hi: number; lo: number; inverted: boolean }[] {
  return place.split(' ').map((part) => {
    const [, not, field, hi = '0', lo = hi] = /^(!?)([\w.]+)(?:\[(\d+)(?::(\d+))?\])?$/.exec(part)!
    return { field: field!, hi: Number(hi), lo: Number(lo), inverted: not === '!' }
  })
}

/** Number of bits that the row has for a value; 0 where it has no place. */
export function widthOf(row: Row, name: string): number {
  const place = row.places[name]
  return place === undefined ? 0 : slicesOf(place).reduce((width, { hi, lo }) => width + hi - lo + 1, 0)
}

/** The lowest bit of the value that the row can hold: 12 for the address of a page. */
function lowestOf(row: Row, name: string): number {
  return slicesOf(row.places[name]!).at(-1)!.field === 'address' ? 12 : 0
}

/** The values as the format says them: with a PASID only where the device takes it, codes in its own numbers, bits that say what is there. */
function said(row: Row, values: Values): Values {
  const { respCode, segment, privateData, pasidRequired, pasidPresent } = values
  const withoutPasid = pasidPresent === false || (row.pasidAsRequired && pasidRequired === false)
  return {
    ...values,
    segmentGiven: segment !== undefined,
    privateDataPresent: privateData !== 0n,
    respCode: { ...row.codes, ...row.mergedCodes }[Number(respCode)],
    ...(withoutPasid && { pasidPresent: false, pasid: 0 }),
  }
}

/** The bytes of the format for values that it can hold. */
export function bytesOf(id: string, row: Row, values: Values): Uint8Array {
  const raw = new Map<string, bigint>()
  const all = said(row, values)
  for (const [name, place] of Object.entries(row.places)) {
    let rest = BigInt(all[name] ?? 0) >> BigInt(place.includes('address[') ? 12 : 0)
    for (const { field, hi, lo, inverted } of slicesOf(place).reverse()) {
      const width = BigInt(hi - lo + 1)
      const bits = (rest & ((1n << width) - 1n)) ^ (inverted ? 1n : 0n)
      raw.set(field, (raw.get(field) ?? 0n) | (bits << BigInt(lo)))
      rest >>= width
    }
  }
  const words = (row.words ?? []).map((word, i) => ({ word, bit: 1 << i })).filter(({ word }) => isThere(word, raw, all))
  if (words.length > 0) raw.set('ohc', BigInt(words.reduce((ohc, { bit }) => ohc | bit, 0)))
  const header = encode(id, '', raw, row.constants)
  if (row.words) return Uint8Array.from([...header, ...words.flatMap(({ word }) => [...encode(word, '', raw)])])
  if (!raw.get('pasidPrefix')) return header
  return Uint8Array.from([...encode(pcie.pasidPrefix.id, 'pasidPrefix.', raw), ...header])
}

/** A word is there where it says something; OHC-C, where the segment of the requester is known. */
function isThere(word: string, raw: ReadonlyMap<string, bigint>, { segment }: Values): boolean {
  const { fields } = record(word).layout
  if (fields.requesterSegment) return raw.has('requesterSegment') && segment !== undefined
  return Object.keys(fields).some((name) => (raw.get(name) ?? 0n) !== 0n)
}

function encode(id: string, before: string, raw: ReadonlyMap<string, bigint>, constants: Row['constants'] = {}): Uint8Array {
  const codec = record(id)
  const message: AnyMessage = {}
  for (const [name, { as, optional }] of Object.entries(codec.layout.fields)) {
    const bits = raw.get(before + name)
    if (bits === undefined && optional) continue
    message[name] = constants[name] ?? (as === 'flag' ? bits === 1n : as === 'uint' ? Number(bits ?? 0n) : (bits ?? 0n))
  }
  return codec.encode(message)
}

/** What the format cannot hold of the values. */
export function problemsOf(row: Row, values: Values): Problem[] {
  const problems: Problem[] = []
  const wrong = (field: string, value: unknown, expected: RegExp) => problems.push({ field, value, expected })
  const lost = (field: string, value: unknown, kept: Values, expected = /^none \(/) => problems.push({ field, value, expected, kept })
  const { places } = row

  for (const [field, value] of Object.entries(row.only ?? {})) if (values[field] !== value) wrong(field, values[field], new RegExp(`^${value}: `))
  const typed = values.type === undefined || values.type === 1 || values.type === 2
  if (!typed) wrong('type', values.type, /^1 stream response or 2 group response/)
  for (const [field, value] of Object.entries(row.soft ?? {})) {
    if (typed && values[field] !== value) lost(field, values[field], { [field]: value }, new RegExp(`^${value} \\w+ response`))
  }
  if ('respCode' in values && said(row, values).respCode === undefined) wrong('respCode', values.respCode, /^0 success(,| or) 1 invalid request/)

  for (const name of ['rid', 'devId', 'cookie', 'iommuRid', 'segment', 'pageReqGroupId', 'pasid', 'addr', 'privateData']) {
    const value = values[name]
    if (places[name] === undefined || (name === 'pasid' && !values.pasidPresent)) continue
    const bits = name === 'addr' ? 64 : widthOf(row, name)
    if (value === undefined ? !['iommuRid', 'segment'].includes(name) : !fits(value, bits)) wrong(name, value, new RegExp(`\\b${bits} bits`))
  }

  for (const name of ['addr', 'privateData', 'pageReqGroupId', 'streamResponseRequested', 'batchOfFaults']) {
    if (places[name] || (name === 'pageReqGroupId' && row.byReference) || nothing(values[name])) continue
    lost(name, values[name], { [name]: zeroLike(values[name]!) })
  }
  if (places.rid && !places.segment && !nothing(values.segment)) lost('segment', values.segment, { segment: undefined })
  if (places.pasid && !values.pasidPresent && !nothing(values.pasid)) lost('pasid', values.pasid, { pasid: 0 })
  if (places.addr && lowestOf(row, 'addr') === 12 && typeof values.addr === 'bigint' && fits(values.addr, 64) && values.addr % 4096n !== 0n) {
    lost('addr', values.addr, { addr: (values.addr / 4096n) * 4096n }, /^a multiple of 4096 \(/)
  }
  if (row.pasidZeroIsNone && values.pasidPresent && values.pasid === 0) lost('pasidPresent', true, { pasidPresent: false }, /^a PASID other than 0 \(/)
  for (const name of ['execute', 'privileged']) {
    if (row.permissionsWithPasid && !values.pasidPresent && values[name]) lost(name, true, { [name]: false })
  }
  if (row.readOrWrite && values.read && values.write) lost('read', true, { read: false }, /^false beside a write \(/)
  if (row.readOrWrite && !values.read && !values.write) wrong('read', false, /^a read or a write: /)
  return problems
}

const zeroLike = (value: Value): Value => (typeof value === 'bigint' ? 0n : typeof value === 'number' ? 0 : false)
const nothing = (value: Value | undefined) => value === undefined || Number(value) === 0

function fits(value: Value, bits: number): boolean {
  return (typeof value === 'bigint' || Number.isInteger(value)) && BigInt(value) >= 0n && BigInt(value) < 1n << BigInt(bits)
}
