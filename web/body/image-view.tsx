import type { ImageFacts } from '../../shared/body/image.ts'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { Picture } from './picture.tsx'
import style from './body.module.css'

type ImageViewProps = { image: ImageFacts; bytes: Uint8Array; label: string }

/** A body that is a picture. */
export function ImageView({ image, bytes, label }: ImageViewProps) {
  return (
    <ScrollRegion className={style.scroll} label={label}>
      <Picture image={image} bytes={bytes} />
    </ScrollRegion>
  )
}
