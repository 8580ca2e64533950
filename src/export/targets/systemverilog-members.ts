import type { Form } from '../form.ts'
import { plain } from '../text.ts'

export interface Member {
  readonly name: string
  readonly width: number
  readonly lo: number
  readonly comment: string
}

/** The members of the packed struct, the most significant first; a split field is a member for each piece: `attr_2_2`, `attr_1_0`. */
export function members(form: Form): Member[] {
  const named = [...form.fields, ...form.fixed].flatMap(({ member, flat, bits, doc }) => flat.map(({ lo, width, to }) => ({
    name: flat.length === 1 ? member : `${member.replace(/_$/, '')}_${to + width - 1}_${to}`, width, lo, comment: plain(`${bits}: ${doc}`),
  })))
  const reserved = form.reserved.flatMap(({ flat, bits }) => flat.map(({ lo, width }) => ({ name: `rsvd_${lo + width - 1}_${lo}`, width, lo, comment: `${bits}: reserved` })))
  return [...named, ...reserved].sort((a, b) => b.lo - a.lo)
}
