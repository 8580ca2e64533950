import type { Context } from './context.ts'
import type { Identity, PageRequest, PageResponseMsg } from './generic.ts'

/**
 * A record that carries a page request: the way from its message to the generic request and back.
 * A message that stands in for several records (a TLP with its prefix) is `P`.
 */
export interface RequestFormat<P = never> {
  readonly id: string
  toRequest(packet: P, context: Context): { request: PageRequest; identity: Identity }
  fromRequest(request: PageRequest, identity: Identity, context: Context): P
}

/** A record that carries a page response. `request`, where the caller has it, fills in what the record leaves out. */
export interface ResponseFormat<P = never> {
  readonly id: string
  toResponse(packet: P, context: Context, request: PageRequest | undefined): { response: PageResponseMsg; identity: Identity; rawCode: number }
  fromResponse(response: PageResponseMsg, identity: Identity, context: Context): P
}
