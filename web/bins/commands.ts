/** Programs that the page has a ready command for. */
export const senders = ['curl', 'fetch', 'httpie', 'powershell'] as const
export type Sender = (typeof senders)[number]

/** A command that posts a JSON text to a bin, byte for byte. */
export function commandFor(sender: Sender, url: string, json: string): string {
  switch (sender) {
    case 'curl':
      // Not `--data`: that reads a file where the text begins with an @.
      return [
        `curl ${quoteForShell(url)} \\`,
        `  -H 'Content-Type: application/json' \\`,
        `  --data-raw ${quoteForShell(json)}`,
      ].join('\n')
    case 'fetch':
      return [
        `await fetch(${JSON.stringify(url)}, {`,
        `  method: 'POST',`,
        `  headers: { 'Content-Type': 'application/json' },`,
        `  body: ${JSON.stringify(json)},`,
        `})`,
      ].join('\n')
    case 'httpie':
      return [
        `printf %s ${quoteForShell(json)} |`,
        `  http POST ${quoteForShell(url)} Content-Type:application/json`,
      ].join('\n')
    case 'powershell':
      return [
        `Invoke-RestMethod -Method Post ${quoteForPowerShell(url)} \``,
        `  -ContentType 'application/json' \``,
        `  -Body ${quoteForPowerShell(json)}`,
      ].join('\n')
  }
}

/** One word for sh, bash and zsh, whatever is in it. */
export function quoteForShell(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}

/** One string for PowerShell; it takes the curly quotes of printers for its own. */
function quoteForPowerShell(text: string): string {
  return `'${text.replace(/['‘’‚‛]/g, '$&$&')}'`
}
