import { useSay } from '../words/messages/use-say.ts'

/** Why a search cannot be read, as a sentence in the language of the page. */
export function SearchFailure({ message }: { message: string }) {
  const said = useSay()(message.replace(/\.$/, ''))
  const end = said === '' || said.endsWith('?') ? '' : '.'
  return <>{said.charAt(0).toUpperCase() + said.slice(1) + end}</>
}
