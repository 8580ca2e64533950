import { writeFileSync } from 'node:fs'
import { formOf } from '../../../src/export/form.ts'
import { vectorsOf } from '../../../src/export/index.ts'
import type { VectorRecord } from '../../../src/export/index.ts'
import type { Folder } from './tools.ts'

/** A capture of packets of the link type that is free for users. */
export function pcapOf(packets: readonly Uint8Array[]): Buffer {
  const head = Buffer.from('d4c3b2a1020004000000000000000000ffff000093000000', 'hex')
  return Buffer.concat([head, ...packets.flatMap((packet) => {
    const length = Buffer.alloc(16)
    length.writeUInt32LE(packet.length, 8)
    length.writeUInt32LE(packet.length, 12)
    return [length, packet]
  })])
}

export const linkType = (dissector: string): string => `uat:user_dlts:"User 0 (DLT=147)","${dissector}","0","","0",""`

/** Lets tshark take every vector of a record apart by the dissector in the folder: how many, and what it showed otherwise. */
export async function dissected(folder: Folder, record: VectorRecord): Promise<{ packets: number; wrong: string[] }> {
  const { name, fields } = formOf(record.layout)
  const vectors = [...vectorsOf(record, { ops: ['decode'], random: 2 })].filter(({ reserved, hex }) => reserved === undefined && hex !== '')
  writeFileSync(folder.at('vectors.pcap'), pcapOf(vectors.map(({ hex }) => Buffer.from(hex!, 'hex'))))
  const columns = fields.flatMap(({ member }) => ['-e', `pciatspri.${name}.${member}`])
  const argv = ['-r', folder.at('vectors.pcap'), '-X', `lua_script:${folder.at('pci_ats_pri.lua')}`, '-o', linkType(`pciatspri_${name}`)]
  const out = await folder.run('tshark', ...argv, '-T', 'fields', '-E', 'separator=|', ...columns, '-e', '_ws.expert.message')
  const lines = out.trimEnd().split('\n')
  const wrong = vectors.flatMap((vector, i) => {
    const cells = lines[i]!.split('|')
    const expert = cells.pop()!
    const { error, values } = vector
    if (error) return expert.startsWith([error.code, error.field].filter(Boolean).join(' ')) ? [] : [`${vector.name}: ${expert}`]
    const differ = fields.filter((field, n) => numberOf(cells[n]!) !== BigInt(values![field.name]!))
    return differ.length === 0 && expert === '' ? [] : [`${vector.name}: ${differ.map((field) => field.name).join()} ${expert}`]
  })
  return { packets: lines.length, wrong }
}

function numberOf(cell: string): bigint | undefined {
  if (cell === '') return undefined
  return BigInt(cell === 'True' ? 1 : cell === 'False' ? 0 : cell)
}
