import type { MessageOf } from '../codec/message.ts'
import type * as ohc from '../generated/pcie-flit.ts'
import type * as nonFlit from '../spec/tlp-headers.ts'
import type * as flit from '../spec/tlp-headers-flit.ts'
import type { Layout } from '../spec/vocabulary.ts'

/** The tables of non-flit mode. */
export type NonFlitHeaders = typeof nonFlit
/** The tables of flit mode. */
export type FlitHeaders = typeof flit
/** What a header says, by its table. */
export type FieldsOf<L extends Layout> = Readonly<MessageOf<L>>
/** The fields of those OHC words that are there. */
export type OhcFields<A> = Readonly<Partial<A & ohc.PcieFlitOhcB & ohc.PcieFlitOhcC>>

/** The header of a memory request, an AtomicOp included. */
export type MemoryFields = FieldsOf<NonFlitHeaders['memory32']> | (FieldsOf<FlitHeaders['memory32']> & OhcFields<ohc.PcieFlitOhcA1>)

/** What a message has that is not routed by ID, that is, and that is a vendor's. */
export type MessageFields<Tables extends NonFlitHeaders | FlitHeaders> = FieldsOf<Tables['anyMessage']> | FieldsOf<Tables['messageById']> | FieldsOf<Tables['vendorMessage']>

/**
 * What the header of a packet says, by its kind. Names are those of PCIe; numbers are as they stand in the header, the
 * address is a byte address, and in flit mode the fields of the OHC words that are there stand beside those of the base.
 */
export interface TlpFields {
  readonly memory: MemoryFields
  readonly atomic: MemoryFields
  readonly io: FieldsOf<NonFlitHeaders['io']> | (FieldsOf<FlitHeaders['io']> & OhcFields<ohc.PcieFlitOhcA2>)
  readonly configuration: FieldsOf<NonFlitHeaders['configuration']> | (FieldsOf<FlitHeaders['configuration']> & OhcFields<ohc.PcieFlitOhcA3>)
  /** `lowerAddress` and `status` are whole in both modes: without OHC-A5 the status is Successful Completion. */
  readonly completion: FieldsOf<NonFlitHeaders['completion']> | (FieldsOf<FlitHeaders['completion']> & Pick<FieldsOf<NonFlitHeaders['completion']>, 'lowerAddress' | 'status'> & OhcFields<ohc.PcieFlitOhcA5>)
  readonly message: MessageFields<NonFlitHeaders> | (MessageFields<FlitHeaders> & OhcFields<ohc.PcieFlitOhcA1 & ohc.PcieFlitOhcA4>)
  readonly nop: Readonly<Record<never, never>>
  readonly undefined: Readonly<Record<never, never>>
}
