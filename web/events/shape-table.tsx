import { useEffect, useState } from 'react'
import { useServices } from '../shell/services.ts'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { useWords } from '../words/use-words.ts'
import { shapeRows, type ShapeRow } from './shape-rows.ts'
import style from './events-page.module.css'

/** The documented shape, a row a key. */
export function ShapeTable({ trigger }: { trigger: string }) {
  const { client } = useServices()
  const { t } = useWords()
  const [rows, setRows] = useState<readonly ShapeRow[]>([])
  useEffect(() => {
    client('readSchema', { params: { trigger } }).then(
      (schema) => setRows(shapeRows(schema)),
      () => setRows([]),
    )
  }, [client, trigger])
  return (
    <ScrollRegion className={style.shape} label={t('events.shape')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('events.path')}</th>
            <th scope="col">{t('events.types')}</th>
            <th scope="col">{t('events.required')}</th>
            <th scope="col">{t('events.remark')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ path, types, required, remark }) => (
            <tr key={`${path} ${types}`}>
              <th scope="row">{path}</th>
              <td>{types}</td>
              <td>{t(required ? 'yes' : 'no')}</td>
              <td>{remark}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
