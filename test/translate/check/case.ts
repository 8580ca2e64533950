import type { AnyMessage, CheckContext } from '../../../src/index.ts'

/** A rule of some records: what breaks it, and the one thing that has to be otherwise for it to be kept. */
export interface Case {
  readonly rule: string
  readonly records: readonly string[]
  /** The field that the finding names; undefined for none. */
  readonly field: string | undefined
  /** Fields that are not 0. */
  readonly fires?: AnyMessage
  readonly context?: CheckContext
  /** What its sentence says, where that is worked out. */
  readonly says?: string
  /** What is otherwise where the rule is silent: one field, or the context. */
  readonly but: { readonly message: AnyMessage } | { readonly context: CheckContext }
}

const ATS = { invalidateQueueDepth: 0, globalInvalidateSupported: true, smallestTranslationUnit: 0, enable: true }
const REQUEST = { pasid: 7, pasidPresent: true, pageReqGroupId: 3, last: true, read: true, write: false, rid: 0x300 }

/** The ATS capability of a function, in a context. */
export const ats = (differs: Partial<typeof ATS>): CheckContext => ({ capabilities: { ats: { ...ATS, ...differs } } })

/** The page request that is answered, in a context. */
export const request = (differs: Partial<typeof REQUEST>): CheckContext => ({ pageRequest: { ...REQUEST, ...differs } })

/** "PRG Response PASID Required", in a context. */
export const pasidRequired = (prgResponsePasidRequired: boolean): CheckContext => ({ capabilities: { pri: { prgResponsePasidRequired } } })

/** Max PASID Width, in a context. */
export const pasidWidth = (maxPasidWidth: number): CheckContext => ({ capabilities: { pasid: { maxPasidWidth } } })

/** The PASID of a TLP, in a context. */
export const prefix = (executeRequested = false, privilegedModeRequested = false): CheckContext => ({ pasidPrefix: { pasid: 7, executeRequested, privilegedModeRequested } })

/** A record and the same record in the other byte order. */
export const both = (...ids: string[]): string[] => ids.flatMap((id) => [id, `${id}-be`])
