import { readFile } from 'node:fs/promises'
import { ANSWERS } from '../responder/options.ts'
import type { CompleteGroup, Policy } from '../responder/index.ts'
import { fileError, UsageError } from './errors.ts'
import { parseJson } from './exact-json.ts'

/** A rule of a script: the groups that it is for, and the answer to them. */
interface Rule {
  readonly device?: number
  readonly pasid?: number | null
  readonly pageReqGroupId?: number
  readonly respCode: keyof typeof ANSWERS | number
}

const NAMES = ['device', 'pasid', 'pageReqGroupId', 'respCode']

/**
 * The policy of a script and of an answer to every other group.
 * A script has a line of JSON for each rule; the first that fits a group answers it.
 * @throws {UsageError}
 */
export async function readAnswers(path: string | undefined, auto: keyof typeof ANSWERS | undefined): Promise<Policy | undefined> {
  if (path === undefined && auto === undefined) return undefined
  const rules = path === undefined ? [] : (await readScript(path)).split('\n').flatMap((line, i) => (line.trim() === '' ? [] : [ruleOf(line, `${path}:${i + 1}`)]))
  const other = auto && ANSWERS[auto]
  return (group) => rules.find((rule) => fits(rule, group))?.respCode ?? other
}

async function readScript(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    throw fileError(path, error)
  }
}

function fits(rule: Rule, group: CompleteGroup): boolean {
  return (['device', 'pasid', 'pageReqGroupId'] as const).every((name) => rule[name] === undefined || rule[name] === group[name])
}

function ruleOf(line: string, place: string): Rule & { readonly respCode: number } {
  const fail = (why: string): never => {
    throw new UsageError(`${place}: ${why}`)
  }
  let rule: Rule
  try {
    rule = parseJson(line) as Rule
  } catch {
    return fail('no line of JSON')
  }
  if (typeof rule !== 'object' || rule === null) return fail('no object')
  for (const [name, value] of Object.entries(rule)) {
    if (!NAMES.includes(name)) fail(`a rule has no ${JSON.stringify(name)}; it may have ${NAMES.join(', ')}`)
    if (name !== 'respCode' && typeof value !== 'number' && !(name === 'pasid' && value === null)) fail(`${name} must be a number`)
  }
  const { respCode } = rule
  const code = typeof respCode === 'string' && Object.hasOwn(ANSWERS, respCode) ? ANSWERS[respCode as keyof typeof ANSWERS] : respCode
  if (!Object.values<unknown>(ANSWERS).includes(code)) fail(`respCode must be one of ${Object.keys(ANSWERS).join(', ')}, 0, 1, 15`)
  return { ...rule, respCode: code as number }
}
