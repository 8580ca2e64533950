/** Columns as tables of Apache Arrow, in memory and in files. The package `apache-arrow` is the user's to install. */
export { ArrowFile } from './file.ts'
export { arrowTable } from './batch.ts'
export type { ArrowOptions } from './batch.ts'
