import { useState } from 'react'
import type { ImageFacts } from '../../shared/body/image.ts'
import { encodeBase64 } from '../../shared/export/bytes.ts'
import { Button } from '../ui/button.tsx'
import { useBodyWords } from '../words/body/use-body-words.ts'
import { useWords } from '../words/use-words.ts'
import style from './body.module.css'

/** More pixels than a browser should unpack: a few bytes can claim billions of them. */
const mostPixels = 25_000_000
const longestImage = 5 * 1024 * 1024

/** A picture that somebody sent: drawn when asked, from its bytes, with nothing that could run. */
export function Picture({ image, bytes }: { image: ImageFacts; bytes: Uint8Array }) {
  const { format } = useWords()
  const say = useBodyWords()
  const [source, setSource] = useState<string | null>(null)
  const { type, width, height } = image
  const isTooLarge = width * height > mostPixels || bytes.length > longestImage
  const show = () => setSource(`data:${type};base64,${encodeBase64(bytes)}`)
  return (
    <div className={style.picture}>
      <p>{say('image.facts', { type, width, height, size: format.bytes(bytes.length) })}</p>
      {source !== null && <img src={source} alt={say('image.alt')} width={width} height={height} />}
      {source === null && !isTooLarge && <Button onClick={show}>{say('image.show')}</Button>}
      {isTooLarge && <p>{say('image.tooLarge')}</p>}
    </div>
  )
}
