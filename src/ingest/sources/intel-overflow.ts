import { sentence, standsAlone } from '../source.ts'

/** The page request queue ran over: requests were lost, or refused by the hardware. */
export const intelOverflow = sentence({
  id: 'linux.intel.overflow',
  anchors: ['PRQ overflow '],
  read(text, { before }) {
    const [all, what] = /^PRQ overflow (detected|cleared)/.exec(text) ?? []
    if (what === undefined || !standsAlone(before, text.slice(all!.length))) return undefined
    return { name: `PRQ overflow ${what}`, said: { event: what === 'detected' ? 'page-request-overflow' : 'page-request-overflow-cleared' }, notes: [] }
  },
})
