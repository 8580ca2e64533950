/** What says that something is a packet: a log of prefixes alone is none. */
export const PACKET = /(?:\b|_)(?:TLPs?|tlp)(?![ _-]?[Pp]refix)(?:\b|_)/

/** Words that tell a family. */
type Words = readonly (readonly [family: string, words: RegExp])[]

/** Words by which people say whose records they write down. */
const FAMILIES: Words = [
  ['riscv', /\bRISC-?V\b|\bATS\.(?:PRGR|INVAL)\b|\bIOFENCE\b|\bIOTINVAL\b|\bIODIR\b/i],
  ['vtd', /\bVT-?d\b|\bDMAR\b|\bIntel IOMMU\b/i],
  ['amd', /\bAMD(?:-Vi)?\b|\bPPR\b/i],
  ['smmuv3', /\bSMMU(?:v3)?\b|\bCMD_(?:PRI_RESP|ATC_INV|RESUME|SYNC)\b/i],
  ['pcie', new RegExp(`\\bPCIe\\b|\\bcocotb(?:ext)?\\.(?:rc|pcie)\\b|${PACKET.source}|\\b(?:MRd|MWr|Cpl|Cfg)\\w*`)],
]

/** The family that a text names; undefined where it names none, or several. */
export const familyNamed = (text: string): string | undefined => onlyOne(FAMILIES, text)

/** Names of queues by which people, and the commands of debuggers, say whose entries a dump has; and what pcileech says of a packet before its bytes. */
const QUEUES: Words = [
  ['riscv', /risc-?v.{0,60}(?:\b(?:pq|fq|cq|cmdq|fltq|priq)\b|queue)|\biommu->(?:pq|fq|cq|fltq)\b/i],
  ['amd', /\bppr[_ ]log\b|\b(?:evt|cmd)_buf\b|\bamd\b.{0,60}(?:event log|command buffer)/i],
  ['pcie', /\b[RT]X: (?:Cpl|MRd|MWr|IO|Cfg|Msg|TLP)/],
  ['smmuv3', /^(?!.*risc-?v).*(?:\b(?:evtq|priq|cmdq)\b|smmu.{0,60}(?:event|command|PRI) queue)/i],
]

/** The family whose queue a text names; undefined where it names none, or those of several. */
export const queueNamed = (text: string): string | undefined => onlyOne(QUEUES, text)

function onlyOne(all: Words, text: string): string | undefined {
  const named = all.filter(([, words]) => words.test(text))
  return named.length === 1 ? named[0]![0] : undefined
}
