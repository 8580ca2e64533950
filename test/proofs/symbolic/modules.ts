import { readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { evaluate } from './expressions.ts'
import { globals, property } from './language.ts'
import { Machine } from './machine.ts'
import { Scope } from './scope.ts'
import { ProofFailure, one } from './values.ts'
import type { Value } from './values.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const parsed = new Map<string, ts.SourceFile>()

/** The syntax tree of a file of the project; `text` stands in for what is on the disk. */
export function sourceOf(file: string, text?: string): ts.SourceFile {
  if (text !== undefined) return ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true)
  let source = parsed.get(file)
  if (!source) parsed.set(file, (source = ts.createSourceFile(file, readFileSync(root + file, 'utf8'), ts.ScriptTarget.ES2022, true)))
  return source
}

/** What stands in for a name of a module: what is proved apart, or is the state that calls before have left. */
export type Given = ReadonlyMap<string, Value>

/** Files that see each other's names, executed by one machine. */
export class Program {
  readonly machine = new Machine()
  private readonly scopes = new Map<string, Scope>()
  private readonly given = new Map<string, Value>()
  private readonly world = new Scope()

  constructor() {
    this.machine.property = (value, name) => property(this.machine, value, name)
    for (const [name, value] of globals(this.machine)) this.world.declare(name, value)
  }

  /** Gives a name of a file a value in place of what its text says. */
  give(file: string, name: string, value: Value): void {
    this.given.set(`${file} ${name}`, value)
  }

  get(file: string, name: string): Value {
    return this.scope(file).get(name) ?? fail(`${name} of ${file}`)
  }

  /** The names of a file. */
  scope(file: string, source = sourceOf(file)): Scope {
    const known = this.scopes.get(file)
    if (known) return known
    const scope: Scope = new Scope(this.world, (name) => {
      const value = this.given.get(`${file} ${name}`) ?? this.declared(source, name, scope)
      if (value) scope.declare(name, value)
      // What is imported is asked for each time: it may have changed where it is declared.
      return value ?? this.imported(file, source, name)
    })
    this.scopes.set(file, scope)
    return scope
  }

  private declared(source: ts.SourceFile, name: string, scope: Scope): Value | undefined {
    for (const statement of source.statements) {
      if (ts.isFunctionDeclaration(statement) && statement.name?.text === name) return one({ t: 'function', node: statement, scope })
      if (!ts.isVariableStatement(statement)) continue
      const found = statement.declarationList.declarations.find((declaration) => ts.isIdentifier(declaration.name) && declaration.name.text === name)
      // Constants of a module are made once, before anything is called.
      if (found?.initializer) return this.machine.apart(() => evaluate(this.machine, found.initializer!, scope))
    }
    return undefined
  }

  private imported(file: string, source: ts.SourceFile, name: string): Value | undefined {
    for (const statement of source.statements) {
      if (!ts.isImportDeclaration(statement) || !statement.importClause?.namedBindings || !ts.isNamedImports(statement.importClause.namedBindings)) continue
      const found = statement.importClause.namedBindings.elements.find((binding) => binding.name.text === name)
      if (found) return this.scope(posix.join(posix.dirname(file), (statement.moduleSpecifier as ts.StringLiteral).text)).get((found.propertyName ?? found.name).text)
    }
    return undefined
  }
}

/** The function of a file that bears a name. */
export function functionOf(source: ts.SourceFile, name: string): ts.FunctionDeclaration {
  return source.statements.find((statement): statement is ts.FunctionDeclaration => ts.isFunctionDeclaration(statement) && statement.name?.text === name) ?? fail(`no function ${name}`)
}

function fail(what: string): never {
  throw new ProofFailure(`unknown to the executor: ${what}`)
}
