import type { ShapeRow } from '../../shared/events/table.ts'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { useHomeWords } from '../words/home/use-home-words.ts'
import { useSay } from '../words/messages/use-say.ts'
import style from './events-page.module.css'

const columns = ['path', 'type', 'nullable', 'presence', 'example', 'remark'] as const

/** The documented shape, a row a key. */
export function ShapeTable({ rows }: { rows: readonly ShapeRow[] }) {
  const { t } = useHomeWords()
  const say = useSay()
  return (
    <ScrollRegion className={style.shape} label={t('events.shape')}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`events.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ path, type, nullable, presence, example, remark }) => (
            <tr key={path}>
              <th scope="row">{path}</th>
              <td>{say(type)}</td>
              <td>{t(nullable ? 'yes' : 'no')}</td>
              <td>{t(`events.${presence}`)}</td>
              <td className={style.example}>{example}</td>
              <td>{say(remark)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
