import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { check, CodecError, defineRecord, record, records, vtd } from '../../src/index.ts'
import type { AnyMessage, CheckContext, Finding } from '../../src/index.ts'
import { findingsOf } from '../../src/codec/check.ts'
import { neighbours } from '../../src/neighbours/index.ts'
import { factsOf, rulesOf } from '../../src/spec/rules/facts.ts'
import type { FactRule } from '../../src/spec/rules/facts.ts'
import * as invalidation from '../../src/spec/rules/invalidation.ts'
import * as pasid from '../../src/spec/rules/pasid.ts'
import * as pageRequest from '../../src/spec/rules/request.ts'
import * as pageResponse from '../../src/spec/rules/response.ts'
import * as translation from '../../src/spec/rules/translation.ts'
import { messages } from '../../src/testing/index.ts'
import { ats, pasidRequired, pasidWidth, prefix, request } from './check/case.ts'
import type { Case } from './check/case.ts'
import { requestCases } from './check/requests.ts'
import { responseCases } from './check/responses.ts'
import { capabilityCases, translationCases } from './check/translations.ts'
import { imageOf } from '../support/bits.ts'

const cases: readonly Case[] = [...requestCases, ...responseCases, ...translationCases, ...capabilityCases]

/** Severity of each rule, apart from the rules: that of a word in a report must not change by itself. */
const SEVERITY: Readonly<Record<string, string>> = {
  ...severity('error', [
    'execute-without-pasid', 'privileged-without-pasid', 'pasid-too-wide', 'pasid-above-20-bits', 'pasid-not-taken', 'pasid-required',
    'response-before-last', 'response-to-stop-marker', 'response-to-other-group', 'response-to-other-pasid', 'response-to-other-device', 'illegal-resp',
    'length-odd', 'past-address-space', 'translation-status', 'entries-with-failure', 'success-without-entries', 'more-than-asked',
    'execute-not-requested', 'privileged-not-as-requested', 'range-below-unit', 'global-not-supported', 'size-above-52',
    'empty-itag-vector', 'itag-not-completed', 'enabled-without-capacity', 'enabled-without-allocation', 'allocation-above-capacity', 'enabled-without-ats',
    'pasid-width-above-20', 'execute-enabled-unsupported', 'privileged-enabled-unsupported', 'translated-enabled-unsupported', 'linux-version',
    'command-not-for-guests',
  ]),
  ...severity('warning', [
    'stop-marker-without-pasid', 'unused-response-code', 'flags-on-answer', 'marker-type', 'address-in-stop-marker', 'reserved-bits-in-request',
    'length-above-boundary', 'byte-enables', 'byte-count-short', 'write-without-read', 'itag-above-queue-depth', 'pending-above-queue-depth',
    'range-not-aligned', 'disabled-not-stopped', 'private-data-above-23-bits', 'sequence-above-31-bits', 'event-not-for-guests', 'fault-with-gpcf',
    'linux-refuses-address', 'linux-refuses-privileged', 'linux-refuses-execute', 'object-0', 'group-above-16-bits',
  ]),
  ...severity('note', [
    'stop-marker', 'address-inside-page', 'pasid-not-valid', 'segment-not-valid', 'linux-failure-code', 'linux-lpig', 'abort-ignored', 'destination-id-in-payload',
    'no-access', 'queue-depth-32', 'completion-count-8', 'response-failure', 'unexpected-prg-index', 'first-zero-above-50', 'events-lost',
  ]),
  // What differs by record.
  'pcie.translation-entry execute-without-read': 'error',
  'execute-without-read': 'warning',
  'pcie.translation-entry global-without-pasid': 'error',
  'global-without-pasid': 'warning',
  'linux.iommufd-page-response linux-code': 'error',
  'linux-code': 'warning',
  'linux.iommufd-pgfault linux-flags': 'note',
  'linux.iommufd-vevent-header linux-flags': 'warning',
  'linux-flags': 'error',
}

function severity(name: string, rules: readonly string[]): Record<string, string> {
  return Object.fromEntries(rules.map((rule) => [rule, name]))
}

/** The message whose fields are 0, but for some. */
function messageOf(id: string, fields: AnyMessage = {}): AnyMessage {
  const { layout, decode } = record(id)
  expect(Object.keys(layout.fields), id).toEqual(expect.arrayContaining(Object.keys(fields)))
  return { ...decode(imageOf(layout, () => 0)), ...fields }
}

const checked = (id: string, fields: AnyMessage | undefined, context: CheckContext | undefined): Finding[] => check(record(id), messageOf(id, fields), context)
const idsOf = (findings: readonly Finding[]): string[] => findings.map(({ id }) => id)

for (const { rule, records: ids, field, fires, context, says, but } of cases) {
  describe.each(ids)(`${rule} in %s`, (id) => {
    it('fires', () => {
      const found = checked(id, fires, context).find((finding) => finding.id === rule)
      expect(found, rule).toBeDefined()
      const { layout } = record(id)
      const at = field === undefined ? undefined : (layout.fields[field] ?? layout.fixed?.[field])
      expect(found!.field).toBe(field)
      expect(found!.bits === undefined).toBe(at === undefined)
      expect(found!.severity).toBe(SEVERITY[`${id.replace(/-be$/, '')} ${rule}`] ?? SEVERITY[rule])
      expect(found!.clause).toMatch(/^(PCIe Base Specification|Intel VT-d|AMD I\/O|Arm IHI 0070|RISC-V IOMMU|Linux)/)
      expect(found!.since).toMatch(/^(ATS 1\.[01]|PASID ECN, 2011|PCIe [46]\.0|VT-d [24]\.[0x]|AMD IOMMU 2\.0|SMMUv3\.0|RISC-V IOMMU 1\.0\.1|Linux (5|6)\.\d+)$/)
      expect(found!.message).toContain(says ?? '')
      expect(found!.message.length).toBeGreaterThan(20)
      if (context !== undefined) return
      const codec = record(id)
      const { ok, findings } = codec.inspect(codec.encode(messageOf(id, fires)))
      expect(ok, 'a well-formed record').toBe(true)
      expect(findings.filter(({ since }) => since !== undefined)).toEqual(checked(id, fires, context))
    })

    it('just does not fire', () => {
      if ('message' in but) expect(Object.keys(but.message)).toHaveLength(1)
      const found = 'message' in but ? checked(id, { ...fires, ...but.message }, context) : checked(id, fires, but.context)
      expect(idsOf(found)).not.toContain(rule)
    })
  })
}

describe('the rules', () => {
  const all = records.flatMap(({ id, layout }) => rulesOf(layout).map((rule) => ({ id, rule: rule.id, layout, field: rule.field })))

  it('are covered, each in each of its records, by a case in which it fires and one in which it just does not', () => {
    const covered = new Set(cases.flatMap(({ rule, records: ids }) => ids.map((id) => `${id} ${rule}`)))
    expect([...covered].sort()).toEqual(all.map(({ id, rule }) => `${id} ${rule}`).sort())
  })

  it('have a severity that this test knows', () => {
    expect(all.filter(({ rule }) => SEVERITY[rule] === undefined)).toEqual([])
    const known = new Set(all.flatMap(({ id, rule }) => [rule, `${id} ${rule}`]))
    expect(Object.keys(SEVERITY).filter((key) => !known.has(key))).toEqual([])
  })

  it('name fields that their record has, and no field twice in one layout', () => {
    expect(all.filter(({ field, layout }) => field !== undefined && !layout.fields[field] && !layout.fixed?.[field])).toEqual([])
    for (const { id, layout } of records) {
      const ids = rulesOf(layout).map(({ id: rule }) => rule)
      expect(new Set(ids).size, id).toBe(ids.length)
    }
  })
})

describe('the rules that are asked', () => {
  it.each([...records, ...neighbours].filter(({ layout }) => rulesOf(layout).length > 0).map((one) => [one.id, one] as const))('of %s find what asking each of them finds', (_id, one) => {
    const { layout } = one
    fc.assert(fc.property(messages(one as never), fc.constantFrom<CheckContext>({}, { pageSize: 65536 }, { pasidPrefix: null }, prefix()), (message, context) => {
      const values = message as AnyMessage
      const facts = factsOf(layout, values, context)
      const each = rulesOf(layout).flatMap((rule) => {
        const text = rule.test(values, facts, context)
        return text === undefined ? [] : [[rule.id, text]]
      })
      expect(findingsOf(layout, values, context).map(({ id, message: text }) => [id, text])).toEqual(each)
    }), { numRuns: 60 })
  })
})

describe('a rule over facts', () => {
  const exported: unknown[] = [invalidation, pasid, pageRequest, pageResponse, translation].flatMap((file) => Object.values(file).flat(2))
  const rules = exported.filter((one): one is FactRule<object> => typeof one === 'object' && one !== null && 'needs' in one)

  it('looks at the facts that it says it needs, and at no other', () => {
    expect(rules.length).toBeGreaterThan(40)
    for (const { id, needs, test } of rules) {
      const seen: string[] = []
      const facts = new Proxy({}, { get: (_facts, name) => void seen.push(String(name)) })
      try {
        test(facts, {})
      } catch (error) {
        // Facts that are undefined are no numbers; which ones were looked at is known by then.
        expect(error).toBeInstanceOf(TypeError)
      }
      expect(seen, id).toEqual(needs)
    }
  })
})

describe('a layout of one\'s own', () => {
  it('is over fields of any name', () => {
    const odd = defineRecord({
      id: 'own.odd', title: 'Odd', clause: 'own', source: 'own', size: 1, word: 1, order: 'little', label: 'b',
      fields: { message: { at: [[0, 3, 0]], as: 'uint', doc: 'a message' }, beside: { at: [[0, 7, 4]], as: 'uint', doc: 'what is beside it' } },
      rules: [{ id: 'odd', severity: 'note', clause: 'own', since: 'own', needs: ['message', 'beside'], test: ({ message, beside }) => `${message} ${beside}` }],
    })
    expect(check(odd, { message: 3, beside: 5 }).map(({ message }) => message)).toEqual(['3 5'])
  })

  const own = defineRecord({
    id: 'own.record', title: 'A record', clause: 'none', source: 'none', size: 1, word: 1, order: 'little', label: 'b',
    fields: { even: { at: [[0, 7, 0]], as: 'uint', doc: 'an even number' } },
    rules: [{ id: 'odd', severity: 'warning', clause: 'none', since: 'ever', field: 'even', test: ({ even }) => (Number(even) % 2 === 1 ? 'the number is odd' : undefined) }],
  })
  it('has its rules in inspect and check', () => {
    const finding = { id: 'odd', severity: 'warning', clause: 'none', since: 'ever', field: 'even', bits: 'b0[7:0]', message: 'the number is odd' }
    expect(check(own, { even: 3 })).toEqual([finding])
    expect(own.inspect(Uint8Array.of(3))).toMatchObject({ ok: true, findings: [finding] })
    expect(check(own, { even: 2 })).toEqual([])
  })
})

describe('check', () => {
  const asked = { pasidPresent: true, rid: 0x300, pasid: 0x12345, executeRequested: false, privilegedModeRequested: false, read: true, write: false, last: true, prgIndex: 0x1ab, address: 0x7f0123456000n }

  it('finds nothing in a request that is as it should be', () => {
    expect(check(vtd.pageRequest, asked)).toEqual([])
    expect(check(vtd.pageRequest, asked, { pageSize: 4096, capabilities: { ats: null, pri: null, pasid: { maxPasidWidth: 20 } } })).toEqual([])
  })

  it('says which rule, where, by which clause, and since when', () => {
    expect(check(vtd.pageRequest, { ...asked, executeRequested: true, read: false, write: true })).toEqual([{
      id: 'execute-without-read',
      severity: 'warning',
      message: expect.stringContaining('ask for both'),
      clause: 'PCIe Base Specification, 10.2.3.6',
      since: 'PASID ECN, 2011',
      field: 'executeRequested',
      bits: 'q0[52]',
    }])
  })

  it('refuses a message that no bytes can say', () => {
    expect(() => check(vtd.pageRequest, { ...asked, pasid: 0x100000 })).toThrow(CodecError)
  })

  it('refuses wrong sizes in the context', () => {
    for (const pageSize of [0, -4096, 2048, 4097, 6144, Infinity, NaN]) expect(() => check(vtd.pageRequest, asked, { pageSize }), String(pageSize)).toThrow(/context\.pageSize: range: expected a power of two/)
    expect(() => check(vtd.pageRequest, asked, { readCompletionBoundary: 256 as never })).toThrow(/context\.readCompletionBoundary: range: expected 64 or 128/)
    expect(check(vtd.pageRequest, asked, { pageSize: 4096, readCompletionBoundary: 64 })).toEqual([])
    expect(() => check(vtd.pageRequest, asked, { pagesize: 4096 } as never)).toThrow(/context\.pagesize: type: .*did you mean pageSize\?/)
  })

  it('takes messages whose optional fields are left out', () => {
    const marker = record('pcie.stop-marker')
    expect(check(marker, { requesterId: 0x300 })).toEqual([])
    expect(idsOf(check(marker, { requesterId: 0x300, markerType: 1 }))).toEqual(['marker-type'])
  })
})

describe('any message of any record', () => {
  const everything: CheckContext = {
    ...prefix(true, true), ...request({}), ...pasidRequired(true), translationRequest: { length: 2, ...prefix(true, true) }, invalidateRequest: { itag: 4 },
    capabilities: { ...ats({ invalidateQueueDepth: 1, smallestTranslationUnit: 31 }).capabilities, ...pasidRequired(true).capabilities, ...pasidWidth(1).capabilities },
    readCompletionBoundary: 64,
  }
  it.each(records)('$id is judged without an error, by inspect as by check', (codec) => {
    fc.assert(fc.property(messages(codec), (message) => {
      expect(codec.inspect(codec.encode(message)).findings.filter(({ since }) => since !== undefined)).toEqual(check(codec, message))
      for (const { id, message: text } of check(codec, message, everything)) expect(text, id).not.toMatch(/(?<!is )undefined|NaN|\[object/)
    }), { numRuns: 50 })
  })
})

describe('inspect and the rules', () => {
  const response = vtd.pageGroupResponse
  const good = response.encode({ pasidPresent: true, respCode: 2, rid: 0x300, pasid: 7, prgIndex: 3 })

  it('names what Linux writes against the specification', () => {
    const bytes = Uint8Array.from(good)
    bytes[8]! |= 4
    const { ok, findings } = response.inspect(bytes)
    expect(ok).toBe(true)
    expect(response.decode(bytes)).toMatchObject({ last: true })
    expect(idsOf(findings)).toEqual(['unnamed-value', 'unused-response-code', 'linux-failure-code', 'linux-lpig'])
    expect(findings.find(({ id }) => id === 'linux-failure-code')?.message).toContain('Linux 5.14')
  })

  it('says nothing of records that are another one or cut short', () => {
    const other = Uint8Array.from(good)
    other[0]! ^= 1
    for (const inspection of [response.inspect(other), response.inspect(good.subarray(0, 31)), response.inspect('bytes' as never), response.inspect(good, -1)]) {
      expect(inspection.ok).toBe(false)
      expect(inspection.findings.filter(({ since }) => since !== undefined)).toEqual([])
    }
  })
})
