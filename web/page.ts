import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import type { Rolldown } from 'vite'

/** The inspector as one file: script and style inline, and allowed by their hashes alone; nothing may be loaded, and nothing connected to. */
export async function inspectorPage(): Promise<string> {
  const { output } = (await build({ configFile: fileURLToPath(new URL('vite.config.ts', import.meta.url)), build: { write: false } })) as Rolldown.RolldownOutput
  const text = (end: string): string => {
    const found = output.find(({ fileName }) => fileName.endsWith(end))!
    return (found.type === 'chunk' ? found.code : String(found.source)).trim()
  }
  const script = text('.js').replaceAll('</script', '<\\/script')
  const style = text('.css')
  const hash = (content: string): string => `'sha256-${createHash('sha256').update(content).digest('base64')}'`
  const policy = [
    "default-src 'none'", `script-src ${hash(script)}`, `style-src ${hash(style)}`, 'img-src data:', "connect-src 'none'", "base-uri 'none'", "form-action 'none'",
    "require-trusted-types-for 'script'", "trusted-types 'none'",
  ].join('; ')
  // Functions as replacements: the script holds `$&`.
  return text('index.html')
    .replace(/<script[^>]*src[^>]*><\/script>/, '')
    .replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${style}</style>`)
    .replace('<meta charset="utf-8">', () => `<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="${policy}">`)
    .replace('</body>', () => `<script type="module">${script}</script>\n</body>`)
}
