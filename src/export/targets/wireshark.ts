import { formOf, ones, valueWidth } from '../form.ts'
import type { Form, FormField, WordPiece } from '../form.ts'
import { checkNames } from '../names.ts'
import { headOf, namesOf } from '../options.ts'
import type { ExportedRecord, ExportOptions, Files } from '../options.ts'
import { plain } from '../text.ts'

/**
 * A Wireshark dissector in Lua: a protocol for each record, which a user maps to a link type,
 * and one for TLPs of the older mode, which walks the PASID prefix and picks the message by its fixed values.
 */
export function exportWireshark(records: readonly ExportedRecord[], options: ExportOptions = {}): Files {
  const { file, own } = namesOf(options)
  const root = options.prefix === undefined ? 'pciatspri' : own.slice(0, -1)
  const forms = records.map(({ layout }) => formOf(layout))
  checkNames('wireshark', forms.flatMap(({ name, fields }) => [`${root}.${name}`, ...fields.map(({ member }) => `${root}.${name}.${member}`)]))
  const text = [
    ...headOf(records, `tshark -X lua_script:${file}.lua -o 'uat:user_dlts:"User 0 (DLT=147)","${root}_tlp","0","","0",""' -r capture.pcap`).map((line) => `-- ${line}`),
    `local ROOT = "${root}"`,
    'local records = {}',
    ...forms.map(recordText),
    ENGINE,
    ...tlpText(forms),
  ].join('\n')
  return new Map([[`${file}.lua`, text]])
}

const quoted = (text: string): string => `"${plain(text)}"`

/** { byte offset of the word, low bit, mask as two halves, place in the value } */
function piecesText(words: readonly WordPiece[], { word: bytes }: Form, zeros = 0): string {
  const pieces = words.map(({ word, lo, width, to }) => `{${word * bytes}, ${lo}, ${halves(ones(width))}, ${to + zeros}}`)
  return `{${pieces.join(', ')}}`
}

const halves = (value: bigint): string => `0x${(value & 0xffff_ffffn).toString(16)}, 0x${(value >> 32n).toString(16)}`

function kindOf(field: FormField): string {
  return field.as === 'flag' ? 'flag' : valueWidth(field) <= 32 ? 'uint32' : 'uint64'
}

function recordText(form: Form): string {
  const codes = (field: FormField): string => {
    const named = Object.entries(field.codes).map(([code, value]) => `[${value}] = "${code}"`)
    // Names of single bits are no names of values.
    return named.length === 0 || form.layout.fields[field.name]!.codes === undefined ? '' : `, codes = {${named.join(', ')}}`
  }
  return `records[#records + 1] = {
  id = "${form.id}", name = "${form.name}", title = ${quoted(form.layout.title)}, size = ${form.size}, word = ${form.word}, big = ${form.order === 'big'},
  fields = {
${form.fields.map((field) => `    {member = "${field.member}", name = "${field.name}", doc = ${quoted(`${field.bits}: ${field.doc}`)}, kind = "${kindOf(field)}"${codes(field)}, at = ${piecesText(field.words, form, field.zeros)}},`).join('\n')}
  },
  fixed = {
${form.fixed.map((one) => `    {name = "${one.name}", bits = "${one.bits}", low = ${halves(one.value).replace(', ', ', high = ')}, at = ${piecesText(one.words, form)}},`).join('\n')}
  },
  reserved = {
${form.reserved.map((slice) => `    {bits = "${slice.bits}", at = ${piecesText(slice.words, form)}},`).join('\n')}
  },
}`
}

/** Everything in UInt64: the numbers of Lua 5.2 are doubles. */
const ENGINE = `
local function word_at(record, tvb, offset)
  local range = tvb(offset, record.word)
  if record.word == 8 then
    return record.big and range:uint64() or range:le_uint64()
  end
  return UInt64.new(record.big and range:uint() or range:le_uint())
end

local function value_at(record, tvb, at)
  local value = UInt64.new(0)
  for _, piece in ipairs(at) do
    local offset, lo, low, high, to = piece[1], piece[2], piece[3], piece[4], piece[5]
    value = value:bor(word_at(record, tvb, offset):rshift(lo):band(UInt64.new(low, high)):lshift(to))
  end
  return value
end

-- The first fixed value that is wrong.
local function misfit(record, tvb)
  for _, fixed in ipairs(record.fixed) do
    if value_at(record, tvb, fixed.at) ~= UInt64.new(fixed.low, fixed.high) then
      return fixed
    end
  end
end

local by_id = {}

local function dissect(record, tvb, pinfo, root)
  local proto = record.proto
  pinfo.cols.protocol = "PCI ATS/PRI"
  pinfo.cols.info = record.title
  local tree = root:add(proto, tvb(0, math.min(tvb:len(), record.size)))
  if tvb:len() < record.size then
    tree:add_proto_expert_info(record.truncated, "truncated: " .. tvb:len() .. " of " .. record.size .. " bytes")
    return tvb:len()
  end
  for _, field in ipairs(record.fields) do
    local value = value_at(record, tvb, field.at)
    local first, last = record.size, 0
    for _, piece in ipairs(field.at) do
      first = math.min(first, piece[1])
      last = math.max(last, piece[1] + record.word)
    end
    if field.kind ~= "uint64" then
      value = value:tonumber()
    end
    tree:add(field.proto_field, tvb(first, last - first), value)
  end
  local wrong = misfit(record, tvb)
  if wrong then
    tree:add_proto_expert_info(record.wrong_fixed, "fixed " .. wrong.name .. ": " .. wrong.bits)
  end
  for _, slice in ipairs(record.reserved) do
    if value_at(record, tvb, slice.at) ~= UInt64.new(0) then
      tree:add_proto_expert_info(record.reserved_set, "reserved " .. slice.bits)
    end
  end
  return record.size
end

for _, record in ipairs(records) do
  local base_name = ROOT .. "." .. record.name
  local proto = Proto(ROOT .. "_" .. record.name, record.title)
  local fields = {}
  for i, field in ipairs(record.fields) do
    local name = base_name .. "." .. field.member
    if field.kind == "flag" then
      field.proto_field = ProtoField.bool(name, field.name, base.NONE, nil, 0, field.doc)
    else
      field.proto_field = ProtoField[field.kind](name, field.name, base.HEX, field.codes, nil, field.doc)
    end
    fields[i] = field.proto_field
  end
  proto.fields = fields
  local notes = ROOT .. ".expert." .. record.name
  record.truncated = ProtoExpert.new(notes .. ".truncated", "Too short", expert.group.MALFORMED, expert.severity.ERROR)
  record.wrong_fixed = ProtoExpert.new(notes .. ".fixed", "A fixed value is wrong", expert.group.MALFORMED, expert.severity.ERROR)
  record.reserved_set = ProtoExpert.new(notes .. ".reserved", "A reserved bit is set", expert.group.PROTOCOL, expert.severity.WARN)
  proto.experts = {record.truncated, record.wrong_fixed, record.reserved_set}
  record.proto = proto
  by_id[record.id] = record
  function proto.dissector(tvb, pinfo, root)
    return dissect(record, tvb, pinfo, root)
  end
end
`

const PREFIX = 'pcie.pasid-prefix'

/** The packets of the older mode among the records: a special case before what it refines. */
function tlpText(forms: readonly Form[]): string[] {
  const packets = forms.filter(({ id, fixed }) => id.startsWith('pcie.') && id !== PREFIX && fixed.length > 0)
  const sorted = packets.toSorted((a, b) => Number(a.layout.refines === undefined) - Number(b.layout.refines === undefined))
  if (sorted.length === 0) return []
  return [`
local tlp = Proto(ROOT .. "_tlp", "PCI ATS and PRI TLP")
local unknown = ProtoExpert.new(ROOT .. ".expert.tlp.unknown", "No whole message of ATS or PRI", expert.group.UNDECODED, expert.severity.NOTE)
tlp.experts = {unknown}
local packets = {${sorted.map(({ id }) => `"${id}"`).join(', ')}}

function tlp.dissector(tvb, pinfo, root)
  local offset = 0
  local prefix = by_id["${PREFIX}"]
  while prefix and tvb:len() - offset >= prefix.size and not misfit(prefix, tvb(offset):tvb()) do
    offset = offset + dissect(prefix, tvb(offset):tvb(), pinfo, root)
  end
  if offset == tvb:len() then
    return offset
  end
  local rest = tvb(offset):tvb()
  for _, id in ipairs(packets) do
    local record = by_id[id]
    if rest:len() >= record.size and not misfit(record, rest) then
      return offset + dissect(record, rest, pinfo, root)
    end
  end
  root:add(tlp, rest):add_proto_expert_info(unknown, "no whole message of ATS or PRI in " .. rest:len() .. " bytes")
  return tvb:len()
end
`]
}
