import { YES } from './formulas.ts'
import type { Bit } from './formulas.ts'
import type { Value } from './values.ts'

/** The names that code can see. */
export class Scope {
  private readonly values = new Map<string, Value>()
  /** Of each name: for which inputs there is such a name at all. */
  private readonly since = new Map<string, Bit>()
  private readonly outer: Scope | undefined
  /** Finds what a module declares or imports, when it is first asked for. */
  private readonly find: ((name: string) => Value | undefined) | undefined

  constructor(outer?: Scope, find?: (name: string) => Value | undefined) {
    this.outer = outer
    this.find = find
  }

  get(name: string): Value | undefined {
    const value = this.values.get(name) ?? this.find?.(name)
    return value ?? this.outer?.get(name)
  }

  declare(name: string, value: Value, since: Bit = YES): void {
    this.values.set(name, value)
    this.since.set(name, since)
  }

  /** For which inputs there is the name; undefined where no scope has it. */
  sinceWhen(name: string): Bit | undefined {
    return this.values.has(name) || this.find?.(name) ? this.since.get(name) : this.outer?.sinceWhen(name)
  }

  /** Gives a name that there is another value. */
  assign(name: string, value: Value): void {
    if (this.values.has(name)) this.values.set(name, value)
    else this.outer?.assign(name, value)
  }
}
