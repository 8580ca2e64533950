import type { Source } from '../source.ts'
import { base64File } from './base64-file.ts'
import { ownJson } from './own-json.ts'
import { simulator } from './simulator.ts'
import { structs } from './structs.ts'
import { tshark } from './tshark.ts'

/** What debuggers, simulators and tshark print, this command itself, and files in mails. The page, which has to be small, is built without them. */
export const toolSources: readonly Source[] = [structs, simulator, ownJson, tshark, base64File]
