import type { Source } from '../source.ts'
import { structs } from './structs.ts'

/** What debuggers and simulators print, member by member. The page, which has to be small, is built without them. */
export const toolSources: readonly Source[] = [structs]
