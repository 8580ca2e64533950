import { describe, expect, it } from 'vitest'
import { read } from '../../src/ingest/index.ts'

/** Capabilities in the words of lspci, in part. */

describe('lines of lspci that grep has found', () => { // derived
  const found = (text: string): unknown[] => read(text).items.map(({ record, summary, line }) => [record, summary, line])

  it('say what they say, each of its own capability', () => {
    expect(found('\t\tATSCtl:\tEnable+, Smallest Translation Unit: 00\n\t\tPRICtl: Enable- Reset-\n\t\tPRISta: RF- UPRGI- Stopped+\n\t\tPASIDCtl: Enable- Exec- Priv-\n')).toEqual([
      ['config.ats-capability', 'ATS enabled', 1], ['config.pri-capability', 'PRI disabled, stopped', 2], ['config.pasid-capability', 'PASID disabled', 4],
    ])
  })

  it('are of the function before them, where it is there, and the same line again is of another', () => {
    expect(found('3b:00.0 Ethernet controller: X\n\t\tATSCtl:\tEnable+, Smallest Translation Unit: 00\n5e:00.0 Ethernet controller: Y\n\t\tATSCtl:\tEnable-, Smallest Translation Unit: 00\n')).toEqual([
      ['config.ats-capability', '3b:00.0: ATS enabled', 2], ['config.ats-capability', '5e:00.0: ATS disabled', 4],
    ])
    expect(found('ATSCtl: Enable+, Smallest Translation Unit: 00\n--\nATSCtl: Enable-, Smallest Translation Unit: 00\n')).toHaveLength(2)
    expect(found('see ATSCtl: in the output\nATSCtl: is 0\n')).toEqual([])
  })
})
