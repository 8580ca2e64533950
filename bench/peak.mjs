/** Tells on the fourth descriptor, when the process ends, the most memory that it had, in KiB. */
import { writeSync } from 'node:fs'

process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)))
