import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

/** The house rules that a machine can check: who may import whom, and how long a file may be. */

const root = fileURLToPath(new URL('../..', import.meta.url))

/** From the ground up. A file may import from its own folder and from lower floors, and from no other place on its own floor. */
const floors: readonly (readonly string[])[] = [
  ['spec'],
  ['codec'],
  ['generated'],
  ['registry.ts'],
  ['packet', 'capabilities', 'ranges.ts', 'named.ts', 'neighbours'],
  ['translate', 'describe', 'plausible.ts', 'outputs'],
  ['identify.ts'],
  ['responder', 'ingest', 'export', 'arrow'],
  ['index.ts', 'testing'],
  ['cli'],
]

function filesIn(folder: string): string[] {
  if (!existsSync(root + folder)) return []
  return readdirSync(root + folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.m?[jt]sx?$/.test(file) && !file.split('/').includes('node_modules'))
    .map((file) => `${folder}/${file}`)
}

/** The files that a file imports, with those of which it takes only types; paths from the root, packages as they are named. */
function importsOf(file: string): string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(root + file, 'utf8'), true, true)
  return importedFiles.map(({ fileName }) => (fileName.startsWith('.') ? posix.normalize(posix.join(dirname(file), fileName)) : fileName))
}

const sources = filesIn('src')
const imports = new Map(sources.map((file) => [file, importsOf(file)]))
const placeOf = (file: string): string => file.split('/')[1]!
const floorOf = (file: string): number => floors.findIndex((places) => places.includes(placeOf(file)))

describe('imports', () => {
  it('are looked at, types included', () => {
    expect(imports.get('src/codec/lint.ts')).toEqual(['src/spec/complete.ts', 'src/spec/vocabulary.ts', 'src/codec/message.ts', 'src/codec/shape.ts'])
  })

  it('are of files that have a floor', () => {
    expect(sources.filter((file) => floorOf(file) < 0)).toEqual([])
  })

  it('go down', () => {
    const wrong = sources.flatMap((file) =>
      imports.get(file)!.filter((other) => {
        if (!other.startsWith('src/')) return other.startsWith('..') || /^(test|scripts|bench|examples)\//.test(other)
        return placeOf(other) !== placeOf(file) && floorOf(other) >= floorOf(file)
      }).map((other) => `${file} imports ${other}`),
    )
    expect(wrong).toEqual([])
  })

  it('never leave the tables', () => {
    const wrong = sources.filter((file) => placeOf(file) === 'spec').flatMap((file) => imports.get(file)!.filter((other) => !other.startsWith('src/spec/')))
    expect(wrong).toEqual([])
  })

  it('of packages and of Node itself are only where there is a terminal, a file or a test framework', () => {
    const wrong = sources.flatMap((file) => imports.get(file)!.filter((other) => !other.startsWith('src/')).map((other) => `${placeOf(file)}: ${other}`))
    expect(wrong.filter((text) => !/^cli: (node:[\w/]+|commander|package\.json)$|^testing: fast-check$|^ingest: binary-parser$|^arrow: apache-arrow$|^export: (node:[\w/]+|package\.json)$/.test(text))).toEqual([])
  })

  it('of what makes code from strings are in the captures alone, which no text source imports', () => {
    const own = sources.filter((file) => placeOf(file) === 'ingest' && !file.startsWith('src/ingest/containers/'))
    expect(own.length).toBeGreaterThan(20)
    expect(own.filter((file) => imports.get(file)!.some((other) => other === 'binary-parser' || other.startsWith('src/ingest/containers/')))).toEqual([])
  })

  it('of the page are of entries that users have as well', () => {
    const own = filesIn('web').flatMap((file) => importsOf(file).filter((other) => other.startsWith('src/')))
    expect(new Set(own)).toEqual(new Set(['src/index.ts', 'src/ingest/index.ts', 'src/neighbours/index.ts', 'src/outputs/index.ts']))
  })

  it('make no circle', () => {
    const circles: string[] = []
    const done = new Set<string>()
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' -> '))
      if (done.has(file) || path.includes(file)) return
      for (const other of imports.get(file) ?? []) visit(other, [...path, file])
      done.add(file)
    }
    for (const file of sources) visit(file, [])
    expect(circles).toEqual([])
  })
})

describe('files', () => {
  const generated = (file: string): boolean => readFileSync(root + file, 'utf8').startsWith('// Generated from ')
  const ours = ['src', 'web', 'test', 'scripts', 'bench', 'examples'].flatMap(filesIn).filter((file) => !generated(file))

  it('are found', () => {
    expect(ours.length).toBeGreaterThan(60)
    expect(ours).toContain(relative(root, fileURLToPath(import.meta.url)))
    expect(ours).not.toContain(join('src', 'generated', 'vtd', 'page-request.ts'))
  })

  it('of tests stand with what they test', () => {
    const folders = ['proofs', 'ingest', 'export', 'testing', 'neighbours', 'codec', 'translate', 'packet', 'responder', 'arrow', 'cli', 'web']
    expect(ours.filter((file) => file.endsWith('.test.ts') && !file.startsWith('examples/') && !folders.some((folder) => posix.dirname(file) === `test/${folder}`))).toEqual([])
    expect(ours.filter((file) => file.startsWith('test/') && ![...folders, 'support'].includes(file.split('/')[1]!))).toEqual([])
  })

  it('have at most 300 lines', () => {
    const long = ours.filter((file) => readFileSync(root + file, 'utf8').split('\n').length - 1 > 300)
    expect(long).toEqual([])
  })

  it('name no machine, and no place that others do not have', () => {
    // Written in pieces, so that this file does not find itself.
    const places = new RegExp(['/wor' + 'k/', '/ho' + 'me/', '/ro' + 'ot/', '/tm' + 'p/'].join('|'))
    expect(ours.filter((file) => places.test(readFileSync(root + file, 'utf8')))).toEqual([])
  })
})
