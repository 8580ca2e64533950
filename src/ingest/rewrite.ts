import type { Known, Span } from './hit.ts'

/**
 * The input with other bytes in the place of a record: only the digits that gave a byte which differs are written anew, in
 * the case and the width in which they stand, so that a line of a log stays one.
 * @param data of the record, with the spans that the input gave
 * @param bytes what the record is to be, as many bytes as it has
 * @returns undefined where a byte that differs has no digits of its own in the input
 */
export function rewrite(text: string, { bytes: before, spans }: Known, bytes: Uint8Array): string | undefined {
  const missing = new Set<number>()
  for (let at = 0; at < bytes.length; at++) if (bytes[at] !== before[at]) missing.add(at)
  if (bytes.length !== before.length) return undefined
  const changes: { readonly span: Span; readonly digits: string }[] = []
  for (const span of spans) {
    const { start, end, offset, size } = span
    const own = Array.from({ length: size }, (_, i) => offset + i).filter((at) => missing.has(at))
    if (own.length === 0) continue
    const old = text.slice(start, end)
    if (!/^[0-9a-f]+$/i.test(old) || valueOf(before, span) !== BigInt(`0x${old}`)) return undefined
    const digits = valueOf(bytes, span).toString(16).padStart(old.length, '0')
    // A number may be written without its zeros; what stands in the order of memory has all of them.
    if (digits.length > old.length && span.order === 'memory') return undefined
    changes.push({ span, digits: /[A-F]/.test(old) ? digits.toUpperCase() : digits })
    for (const at of own) missing.delete(at)
  }
  if (missing.size > 0) return undefined
  let out = text
  // From behind, so that the places before stay what they are. Prefixes of a packet stand behind its header in some logs.
  for (const { span, digits } of changes.sort((a, b) => b.span.start - a.span.start)) out = out.slice(0, span.start) + digits + out.slice(span.end)
  return out
}

function valueOf(bytes: Uint8Array, { offset, size, order }: Span): bigint {
  let value = 0n
  for (let i = 0; i < size; i++) value = (value << 8n) | BigInt(bytes[order === 'memory' ? offset + i : offset + size - 1 - i] ?? 0)
  return value
}
