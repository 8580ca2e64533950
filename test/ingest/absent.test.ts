import { expect, it } from 'vitest'
import { describe as say, sentenceOf } from '../../src/describe/index.ts'
import { layoutOf, neighbours } from '../../src/neighbours/index.ts'
import { records } from '../../src/registry.ts'
import { readersOf } from '../../src/spec/role-fields.ts'

it('of a field that is not there no role has a value, and no sentence speaks', () => {
  for (const { id } of [...records, ...neighbours]) {
    const layout = layoutOf(id)
    for (const [role, read] of Object.entries(readersOf(layout))) {
      const place = layout.roles?.[role as keyof typeof layout.roles]
      if (read && place !== undefined && !(typeof place === 'string' && Object.hasOwn(layout.fixed ?? {}, place))) expect(read({}, undefined), `${id}: ${role}`).toBeUndefined()
    }
    expect(sentenceOf(say(layout, {})), id).not.toMatch(/NaN|undefined|(?<!offset )0x|, privileged/)
  }
})
