import { init, killThreads } from 'z3-solver'

/** z3, as a library: `unsat` where a statement is proved, else values for which the code is wrong. */
export interface Solver {
  /** The answer to a script, and where it is `sat` the values of the names that are asked for and matter. */
  solve(script: string, names: readonly string[]): Promise<{ readonly answer: 'sat' | 'unsat'; readonly values: ReadonlyMap<string, string> }>
  close(): Promise<void>
}

/** Z3_lbool. */
const ANSWERS: Readonly<Record<number, 'sat' | 'unsat'>> = { 1: 'sat', [-1]: 'unsat' }

export async function startSolver(): Promise<Solver> {
  const { Z3, em } = await init()
  return {
    async solve(script, names) {
      const context = Z3.mk_context(Z3.mk_config())
      try {
        const solver = Z3.mk_solver(context)
        Z3.solver_inc_ref(context, solver)
        // Not `eval_smtlib2_string`: the binding hands the script to another thread and frees it before that has read it.
        Z3.solver_from_string(context, solver, script)
        if (Z3.get_error_code(context) !== 0) throw new Error(`z3: ${Z3.get_error_msg(context, Z3.get_error_code(context))}`)
        // A script that says nothing would be satisfied by anything, and one of which the end was lost as well.
        if (Z3.ast_vector_size(context, Z3.solver_get_assertions(context, solver)) === 0) throw new Error('z3 was asked nothing')
        const answer = ANSWERS[await Z3.solver_check(context, solver)]
        if (answer === undefined) throw new Error('z3 does not know')
        const model = answer === 'sat' ? Z3.model_to_string(context, Z3.solver_get_model(context, solver)) : ''
        return { answer, values: new Map([...model.matchAll(/^(\S+) -> (#\w+|true|false)$/gm)].map(([, name, value]) => [name!, value!] as const).filter(([name]) => names.includes(name) || names.includes(`|${name}|`))) }
      } finally {
        Z3.del_context(context)
      }
    },
    close: () => killThreads(em),
  }
}
