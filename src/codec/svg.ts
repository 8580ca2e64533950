import { MEANINGS } from '../spec/meanings.ts'
import type { Meaning } from '../spec/meanings.ts'
import type { Layout } from '../spec/vocabulary.ts'
import { figure } from './figure.ts'
import type { FigureCell, FigurePart } from './figure.ts'
import { readBits } from './positions.ts'

/** A record as a picture: the figure of `diagram`, for documents. */

const BIT = 20
const ROW = 44
const MARGIN = 84
const TOP = 22
const INK = '#14181f'

/** One colour for each meaning, the same in every format; they are told apart also by those who do not see red or green. */
const COLOURS: Readonly<Record<Meaning, string>> = {
  requester: '#4a91e9', pasid: '#7337a5', address: '#0b7f6d', group: '#d47f04', access: '#832a23', code: '#836502', private: '#005661', kind: '#90959f',
}

/**
 * The record as an SVG of rows of 32 bits, the most significant bit on the left, on a white ground.
 * @param bytes those of a record, whose bits are then shown; without them the places alone
 */
export function svg(layout: Layout, bytes?: Uint8Array): string {
  const { parts, rows } = figure(layout)
  const [width, height] = [MARGIN + 32 * BIT + 4, TOP + rows.length * ROW + 4]
  const out = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="ui-monospace, Menlo, Consolas, monospace" font-size="11" fill="${INK}">`,
    `<title>${escaped(`${layout.title} (${layout.id})`)}</title>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...[31, 24, 23, 16, 15, 8, 7, 0].map((bit) => text(xOf(bit) + BIT / 2, 14, String(bit), 'middle')),
  ]
  for (const [i, { label, cells, positions }] of rows.entries()) {
    const y = TOP + i * ROW
    out.push(text(MARGIN - 8, y + 24, label, 'end'))
    for (const cell of cells) out.push(...cellOf(parts[cell.part]!, cell, y))
    if (bytes === undefined) continue
    for (const [at, position] of positions.entries()) {
      if (position >> 3 < bytes.length) out.push(text(xOf(positions.length - 1 - at) + BIT / 2, y + 35, String(readBits(bytes, [position])), 'middle'))
    }
  }
  return `${out.join('\n')}\n</svg>\n`
}

const xOf = (bit: number): number => MARGIN + (31 - bit) * BIT

function cellOf(part: FigurePart, { hi, lo }: FigureCell, y: number): string[] {
  const [x, width] = [xOf(hi), (hi - lo + 1) * BIT]
  const colour = part.kind === 'reserved' ? '#c3c8d0' : COLOURS[part.role === undefined ? 'kind' : MEANINGS[part.role]]
  const name = part.value === undefined ? part.name : `${part.name}=${part.value < 10 ? part.value : `0x${part.value.toString(16)}`}`
  const room = Math.floor((width - 4) / 6.7)
  const shown = [name, part.short ?? name].find((candidate) => candidate.length <= room) ?? ''
  return [
    `<rect x="${x}" y="${y}" width="${width}" height="${ROW - 4}" fill="${colour}" fill-opacity="${part.kind === 'reserved' ? 0.2 : 0.12}" stroke="${INK}" stroke-width="0.5"><title>${escaped(name)}</title></rect>`,
    `<rect x="${x}" y="${y}" width="${width}" height="3" fill="${colour}"/>`,
    ...(shown === '' ? [] : [text(x + width / 2, y + 16, shown, 'middle')]),
  ]
}

const text = (x: number, y: number, words: string, anchor: 'middle' | 'end'): string => `<text x="${x}" y="${y}" text-anchor="${anchor}">${escaped(words)}</text>`

const escaped = (words: string): string => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
