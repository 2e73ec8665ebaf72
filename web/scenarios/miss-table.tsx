import type { StepMiss, StepResult } from '../../shared/scenario/result.ts'
import { PathText } from '../json/path-text.tsx'
import { VisibleText } from '../json/visible-text.tsx'
import { Link } from '../shell/link.tsx'
import type { BinRoute } from '../shell/router.ts'
import { useScenarioWords } from '../words/scenarios/use-scenario-words.ts'
import style from './scenarios.module.css'

type MissTableProps = { route: BinRoute; step: StepResult; miss: StepMiss }

/** The request that came closest to a step, and each field that differed. */
export function MissTable({ route, step, miss }: MissTableProps) {
  const t = useScenarioWords()
  const isSurplus = step.seqs.length > step.count
  const said = (text: string) =>
    text === 'nothing' || text === 'something' ? t(`scenario.${text}`) : text
  const event = `#${miss.seq} ${miss.event}`
  return (
    <div className={style.miss}>
      <Link to={{ ...route, seq: miss.seq }}>
        <VisibleText text={t(isSurplus ? 'scenario.surplus' : 'scenario.closest', { event })} />
      </Link>
      <table className={style.differences}>
        <thead>
          <tr>
            <th scope="col">{t('scenario.differs')}</th>
            <th scope="col">{t('scenario.expected')}</th>
            <th scope="col">{t('scenario.actual')}</th>
          </tr>
        </thead>
        <tbody>
          {miss.differences.map(({ field, expected, actual }) => (
            <tr key={`${field} ${expected}`}>
              <th scope="row">
                <PathText path={field} />
              </th>
              <td className={style.expected}>
                <VisibleText text={said(expected)} />
              </td>
              <td className={style.actual}>
                <VisibleText text={said(actual)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
