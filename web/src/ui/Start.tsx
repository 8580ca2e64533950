import { examples } from '../examples.ts'

export const Hello = () => (
  <div class="hello"><h1>See every bit of an ATS or PRI record</h1><p>Page requests, page responses and invalidations: on the wire, in the queues of Intel, AMD, Arm and RISC-V IOMMUs, and in Linux’s structs.</p></div>
)

export function Start({ onPick }: { onPick(text: string): void }) {
  return (
    <section class="examples" aria-labelledby="ex">
      <h2 id="ex">Or start from an example</h2>
      <ul>{examples.map(({ title, what, kind, text }) => (
        <li key={title}><button type="button" onClick={() => onPick(text)}><span class="kindtag">{kind}</span><b>{title}</b><span>{what}</span><code>{text.split('\n').find((line) => /[0-9a-f]{8}|0x|: [0-9a-f]{2} /.test(line))?.replace(/^\[ *[\d.]+\] /, '')}</code></button></li>
      ))}</ul>
    </section>
  )
}
