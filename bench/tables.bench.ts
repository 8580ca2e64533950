import { bench, describe } from 'vitest'

/** The tables of calls under `npx vitest bench`, all in one process: for a look while one works. `npm run bench` is the measure. */

interface Subject {
  prove(): void
  pass(): void
  mix?(): void
}

// Node loads them, as it does for a user: what Vitest loads itself has its imports rewritten, which costs at each call.
const own = (file: string): Promise<Record<string, never>> => import(/* @vite-ignore */ new URL(file, import.meta.url).href)
const tables: ReadonlyMap<string, { readonly title: string; readonly first?: boolean; readonly contenders?: object }> = (await own('tables.mjs'))['tables']!
const subjectIn: (table: object, name: string) => Promise<Subject> = (await own('calls.mjs'))['subjectIn']!

for (const [file, table] of tables) {
  if (table.contenders === undefined || table.first) continue
  describe(`${file}: ${table.title}`, () => {
    for (const name of Object.keys(table.contenders!)) {
      let subject: Subject
      const setup = async (): Promise<void> => {
        subject ??= await subjectIn(table, name)
        subject.prove()
        subject.mix?.()
      }
      bench(name, () => subject.pass(), { time: 200, warmupTime: 100, setup })
    }
  })
}
