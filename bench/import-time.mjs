/** Prints the milliseconds that the import of a module takes, in a process that has imported nothing else. */
const start = performance.now()
await import(process.argv[2])
console.log(performance.now() - start)
