import { init, killThreads } from 'z3-solver'

/** z3, as a library: `unsat` where a statement is proved, else values for which the code is wrong. */
export interface Solver {
  /** The answer to a script, and where it is `sat` the values of the names that are asked for. */
  solve(script: string, names: readonly string[]): Promise<{ readonly answer: string; readonly values: ReadonlyMap<string, string> }>
  close(): Promise<void>
}

export async function startSolver(): Promise<Solver> {
  const { Z3, em } = await init()
  const context = Z3.mk_context(Z3.mk_config())
  const run = async (text: string): Promise<string> => (await Z3.eval_smtlib2_string(context, text)).trim()
  return {
    async solve(script, names) {
      const answer = await run(`(reset)\n(set-option :produce-models true)\n${script}`)
      const values = answer === 'sat' && names.length > 0 ? await run(`(get-value (${names.join(' ')}))`) : ''
      return { answer, values: new Map([...values.matchAll(/\(([^\s()]+) (#\w+|true|false)\)/g)].map(([, name, value]) => [name!, value!])) }
    },
    close: () => killThreads(em),
  }
}
