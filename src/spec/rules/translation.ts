import { COMPLETION_STATUS } from '../codes.ts'
import { hex, unitOf } from './facts.ts'
import type { FactRule } from './facts.ts'
import { belowUnit, PAST_ADDRESS_SPACE, sizeOf } from './size-code.ts'

/** Translation Requests, Translation Completions and their entries. */

type RequestFacts = {
  length: number
  lastBe: number
  firstBe: number
  address: bigint
}

/** Length in DW; 0 in the field means 1024. */
const dwords = (length: number): number => length || 1024

export const translationRequestRules: readonly FactRule<RequestFacts>[] = [
  {
    id: 'length-odd',
    severity: 'error',
    clause: 'PCIe Base Specification, 10.2.2.2',
    since: 'ATS 1.0',
    needs: ['length'],
    field: 'length',
    test: ({ length }) => (length % 2 !== 0 ? `Length is ${length} DW, but each translation takes 2: ask for an even number` : undefined),
  },
  {
    id: 'length-above-boundary',
    severity: 'warning',
    clause: 'PCIe Base Specification, 10.2.2.2',
    since: 'ATS 1.0',
    needs: ['length'],
    field: 'length',
    test({ length }, { readCompletionBoundary = 128 }) {
      const bytes = 4 * dwords(length)
      if (bytes <= readCompletionBoundary) return undefined
      return `Length asks for ${bytes} bytes, past the Read Completion Boundary of ${readCompletionBoundary}: ask for at most ${readCompletionBoundary / 8} translations`
    },
  },
  {
    id: 'byte-enables',
    severity: 'warning',
    clause: 'PCIe Base Specification, 10.2.2',
    since: 'ATS 1.0',
    needs: ['lastBe', 'firstBe'],
    field: 'firstBe',
    test: ({ lastBe, firstBe }) =>
      lastBe !== 0xf || firstBe !== 0xf
        ? `Last DW BE is ${hex(lastBe)} and First DW BE ${hex(firstBe)}; both are held to be 0xf in a Translation Request`
        : undefined,
  },
]

/** For requests whose address has 64 bits. */
export const pastAddressSpace: FactRule<RequestFacts> = {
  id: 'past-address-space',
  severity: 'error',
  clause: 'PCIe Base Specification, 10.2.4',
  since: 'ATS 1.0',
  needs: ['address', 'length'],
  field: 'address',
  test({ address, length }, context) {
    const blocks = Math.ceil(dwords(length) / 2)
    const end = address + BigInt(blocks) * BigInt(unitOf(context) ?? 4096)
    return end > 1n << 64n ? `${blocks} translations from ${hex(address)} up reach past the end of the 64-bit address space: ask for fewer` : undefined
  },
}

type CompletionFacts = {
  withData: boolean
  status: number
  length: number
  byteCount: number
}

export const translationCompletionRules: readonly FactRule<CompletionFacts>[] = [
  {
    id: 'translation-status',
    severity: 'error',
    clause: 'PCIe Base Specification, 10.2.3',
    since: 'ATS 1.0',
    needs: ['status'],
    field: 'status',
    test: ({ status }) =>
      status !== 0 && status !== 1 && status !== 4
        ? `status ${status} answers no Translation Request: it succeeds (0), is unsupported (1) or is aborted (4)`
        : undefined,
  },
  {
    id: 'entries-with-failure',
    severity: 'error',
    clause: 'PCIe Base Specification, 10.2.3',
    since: 'ATS 1.0',
    needs: ['status', 'withData'],
    field: 'withData',
    test: ({ status, withData }) => (status !== 0 && withData ? 'a completion that fails carries no translations: send it without data' : undefined),
  },
  {
    id: 'length-odd',
    severity: 'error',
    clause: 'PCIe Base Specification, 10.2.3',
    since: 'ATS 1.0',
    needs: ['withData', 'length'],
    field: 'length',
    test: ({ withData, length }) => (withData && length % 2 !== 0 ? `Length is ${length} DW, but each entry takes 2` : undefined),
  },
  {
    id: 'more-than-asked',
    severity: 'error',
    clause: 'PCIe Base Specification, 10.2.4',
    since: 'ATS 1.0',
    needs: ['withData', 'length'],
    field: 'length',
    test({ withData, length }, { translationRequest }) {
      if (!withData || !translationRequest || dwords(length) <= dwords(translationRequest.length)) return undefined
      return `the completion carries ${dwords(length) / 2} translations, the request asked for ${dwords(translationRequest.length) / 2}`
    },
  },
  {
    id: 'byte-count-short',
    severity: 'warning',
    clause: 'PCIe Base Specification, 2.2.9',
    since: 'ATS 1.0',
    needs: ['withData', 'length', 'byteCount'],
    field: 'byteCount',
    test({ withData, length, byteCount }) {
      const left = byteCount || 4096
      return withData && left < 4 * dwords(length) ? `Byte Count says that ${left} bytes are left, but this packet alone carries ${4 * dwords(length)}` : undefined
    },
  },
]

export const successWithoutEntries: FactRule<Pick<CompletionFacts, 'status' | 'withData'>> = {
  id: 'success-without-entries',
  severity: 'error',
  clause: 'PCIe Base Specification, 10.2.3',
  since: 'ATS 1.0',
  needs: ['status', 'withData'],
  field: 'withData',
  test: ({ status, withData }) =>
    status === COMPLETION_STATUS.SuccessfulCompletion && !withData ? 'a completion that succeeds carries at least one translation; no access is an entry with R and W clear' : undefined,
}

type EntryFacts = {
  address: bigint
  size: boolean
  read: boolean
  write: boolean
  execute: boolean
  privileged: boolean
  global: boolean
}

export const translationEntryRules: readonly FactRule<EntryFacts>[] = [
  {
    id: 'execute-without-read',
    severity: 'error',
    clause: 'PCIe Base Specification, 10.2.3.6',
    since: 'PASID ECN, 2011',
    needs: ['execute', 'read'],
    field: 'execute',
    test: ({ execute, read }) =>
      execute && !read ? 'the entry permits execute without read, which no translation may: clear Exe or set R' : undefined,
  },
  {
    id: 'write-without-read',
    severity: 'warning',
    clause: 'PCIe Base Specification, 10.2.3.5',
    since: 'ATS 1.0',
    needs: ['write', 'read'],
    field: 'write',
    test: ({ write, read }) =>
      write && !read ? 'the entry permits write without read: PCIe has the combination, most page tables have not; see that it is meant' : undefined,
  },
  {
    id: 'no-access',
    severity: 'note',
    clause: 'PCIe Base Specification, 10.2.3.5',
    since: 'ATS 1.0',
    needs: ['read', 'write'],
    field: 'read',
    test: ({ read, write }) =>
      !read && !write ? 'the entry permits neither read nor write: there is no translation to cache; a page request may follow' : undefined,
  },
  {
    id: 'execute-not-requested',
    severity: 'error',
    clause: 'PCIe Base Specification, 10.2.3.6',
    since: 'PASID ECN, 2011',
    needs: ['execute'],
    field: 'execute',
    test: ({ execute }, { translationRequest }) =>
      execute && translationRequest?.pasidPrefix !== undefined && !translationRequest.pasidPrefix?.executeRequested
        ? 'the entry permits execute, which the request did not ask for: clear Exe'
        : undefined,
  },
  {
    id: 'privileged-not-as-requested',
    severity: 'error',
    clause: 'PCIe Base Specification, 10.2.3.7',
    since: 'PASID ECN, 2011',
    needs: ['privileged'],
    field: 'privileged',
    test({ privileged }, { translationRequest }) {
      if (translationRequest?.pasidPrefix === undefined) return undefined
      const requested = translationRequest.pasidPrefix?.privilegedModeRequested ?? false
      if (privileged === requested) return undefined
      return `Priv is ${privileged ? 'set' : 'clear'}, but it repeats Privileged Mode Requested of the request, which was ${requested ? 'set' : 'clear'}`
    },
  },
  {
    id: 'global-without-pasid',
    severity: 'error',
    clause: 'PCIe Base Specification, 10.2.3.8',
    since: 'PASID ECN, 2011',
    needs: ['global'],
    field: 'global',
    test: ({ global }, { translationRequest }) =>
      global && translationRequest?.pasidPrefix === null
        ? 'Global says that the entry holds for every PASID, but the request had none: clear it'
        : undefined,
  },
  {
    id: 'past-address-space',
    severity: 'error',
    clause: 'PCIe Base Specification, 10.2.3.2',
    since: 'ATS 1.0',
    needs: ['address', 'size'],
    field: 'address',
    test: ({ address, size }) => (size && sizeOf(address) === undefined ? PAST_ADDRESS_SPACE : undefined),
  },
  {
    id: 'range-below-unit',
    severity: 'error',
    clause: 'PCIe Base Specification, 10.2.3.2 and 10.5.1.3',
    since: 'ATS 1.0',
    needs: ['address', 'size'],
    field: 'size',
    test: ({ address, size }, context) => belowUnit(size ? sizeOf(address) : 4096n, unitOf(context)),
  },
]
