import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

/** The compiler as an editor uses it, with the project's own settings. */

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** What was parsed once is shared by all services. */
const parsed = ts.createDocumentRegistry()

/** A language service over files by their path from the root; `extra` holds files that are on no disk. */
export function languageService(files: readonly string[], extra: ReadonlyMap<string, string> = new Map()): ts.LanguageService {
  const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile) as { config: unknown }
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root)
  const texts = new Map([...extra].map(([path, text]) => [root + path, text]))
  return ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [...files.map((file) => root + file), ...texts.keys()],
    getScriptVersion: () => '1',
    getScriptSnapshot: (path) => (texts.has(path) || ts.sys.fileExists(path) ? ts.ScriptSnapshot.fromString(texts.get(path) ?? readFileSync(path, 'utf8')) : undefined),
    getCurrentDirectory: () => root,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (path) => texts.has(path) || ts.sys.fileExists(path),
    readFile: (path) => texts.get(path) ?? ts.sys.readFile(path),
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
    realpath: (path) => (ts.sys.realpath && !texts.has(path) ? ts.sys.realpath(path) : path),
  }, parsed)
}

/** What the compiler says against files, `file:line: text`. */
export const problemsOf = (...files: string[]): string[] => problemsOfService(languageService(files), files)

/** What it says against files that are on no disk. */
export const problemsIn = (extra: ReadonlyMap<string, string>): string[] => problemsOfService(languageService([], extra), [...extra.keys()])

function problemsOfService(service: ts.LanguageService, files: readonly string[]): string[] {
  return files.flatMap((file) =>
    [...service.getSyntacticDiagnostics(root + file), ...service.getSemanticDiagnostics(root + file)].map(({ start = 0, messageText }) => {
      const line = service.getProgram()!.getSourceFile(root + file)!.getLineAndCharacterOfPosition(start).line + 1
      return `${file}:${line}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`
    }),
  )
}

/** What an editor shows for what stands right after `before`: the signature and the documentation, as text. */
export function hover(service: ts.LanguageService, path: string, text: string, before: string): { readonly signature: string; readonly documentation: string } {
  const at = text.indexOf(before)
  if (at < 0) throw new Error(`no ${before} in ${path}`)
  const info = service.getQuickInfoAtPosition(root + path, at + before.length)
  return { signature: ts.displayPartsToString(info?.displayParts), documentation: ts.displayPartsToString(info?.documentation) }
}
