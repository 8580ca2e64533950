import type { MessageOf } from '../codec/message.ts'
import type * as ohc from '../generated/pcie-flit.ts'
import type * as nonFlit from '../spec/tlp-headers.ts'
import type * as flit from '../spec/tlp-headers-flit.ts'
import type { Layout } from '../spec/vocabulary.ts'

type NonFlit = typeof nonFlit
type Flit = typeof flit
type Of<L extends Layout> = Readonly<MessageOf<L>>
type Words<A> = Readonly<Partial<A & ohc.PcieFlitOhcB & ohc.PcieFlitOhcC>>

type MemoryFields = Of<NonFlit['memory32']> | (Of<Flit['memory32']> & Words<ohc.PcieFlitOhcA1>)

/** What a message has that is not routed by ID, that is, and that is a vendor's. */
type MessageFields<Tables extends NonFlit | Flit> = Of<Tables['anyMessage']> | Of<Tables['messageById']> | Of<Tables['vendorMessage']>

/**
 * What the header of a packet says, by its kind. Names are those of PCIe; numbers are as they stand in the header, the
 * address is a byte address, and in flit mode the fields of the OHC words that are there stand beside those of the base.
 */
export interface TlpFields {
  readonly memory: MemoryFields
  readonly atomic: MemoryFields
  readonly io: Of<NonFlit['io']> | (Of<Flit['io']> & Words<ohc.PcieFlitOhcA2>)
  readonly configuration: Of<NonFlit['configuration']> | (Of<Flit['configuration']> & Words<ohc.PcieFlitOhcA3>)
  /** `lowerAddress` and `status` are whole in both modes: without OHC-A5 the status is Successful Completion. */
  readonly completion: Of<NonFlit['completion']> | (Of<Flit['completion']> & Pick<Of<NonFlit['completion']>, 'lowerAddress' | 'status'> & Words<ohc.PcieFlitOhcA5>)
  readonly message: MessageFields<NonFlit> | (MessageFields<Flit> & Words<ohc.PcieFlitOhcA1 & ohc.PcieFlitOhcA4>)
  readonly nop: Readonly<Record<never, never>>
  readonly undefined: Readonly<Record<never, never>>
}
