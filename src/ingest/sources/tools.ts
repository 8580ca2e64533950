import type { Source } from '../source.ts'
import { ownJson } from './own-json.ts'
import { simulator } from './simulator.ts'
import { structs } from './structs.ts'

/** What debuggers, simulators and this command itself print, member by member. The page, which has to be small, is built without them. */
export const toolSources: readonly Source[] = [structs, simulator, ownJson]
