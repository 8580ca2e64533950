/**
 * The records as Kaitai Struct formats (a .ksy file each, here as the object that its YAML stands for), and their
 * compilation. Its compiler makes no parser with fields of more than 32 bits for JavaScript, so an address is in two.
 */
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { asked } from './words.mjs'

const bits = (text) => text.trim().split(/\s+/).map((field) => {
  const [id, width] = field.split(':')
  return { id, type: `b${width}` }
})

const header = `fmt_type:8 t9:1 tc:3 t8:1 attr2:1 ln:1 th:1 td:1 ep:1 attr:2 zero0:12 requester_id:16 tag:8 code:8`

const formats = {
  'vtd.page-request': ['le', `
    type:8 pasid_present:1 zero0:7 rid:16 pasid:20 execute:1 privileged:1 zero1:10
    read:1 write:1 last:1 prg_index:9 low:20 high:32`],
  'vtd.page-group-response': ['le', `type:4 pasid_present:1 zero0:7 resp_code:4 rid:16 pasid:20 zero1:12 zero2:2 last:1 prg_index:9`],
  'pcie.page-request': ['be', `${header} high:32 low:20 prg_index:9 last:1 write:1 read:1`],
  'pcie.prg-response': ['be', `${header} destination_id:16 resp_code:4 zero1:3 prg_index:9`],
  'linux.page-response-msg': ['le', `low:32 high:32 pasid:32 resp_code:4 pasid_present:1 group:9 zero0:18 type:32 private_data:32`],
}

/** Writes the modules `ID.fields.cjs` and `ID.words.cjs` for each record. */
export async function compileKaitai(directory) {
  const require = createRequire(import.meta.url)
  const compiler = require('kaitai-struct-compiler')
  const runtime = JSON.stringify(require.resolve('kaitai-struct/KaitaiStream'))
  for (const [id, [order, text]] of Object.entries(formats)) {
    const words = Array.from({ length: asked[id] }, (_, n) => ({ id: `w${n}`, type: 'u4' }))
    for (const [kind, seq] of [['fields', bits(text)], ['words', words]]) {
      const format = { meta: { id: 'record', endian: order, 'bit-endian': order }, seq }
      const files = await compiler.compile('javascript', format, null, false)
      const [source] = Object.values(files)
      // The directory has no packages of its own.
      writeFileSync(`${directory}/${id}.${kind}.cjs`, source.replace("require('kaitai-struct/KaitaiStream')", `require(${runtime})`))
    }
  }
}
