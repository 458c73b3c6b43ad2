import type { CSSProperties, ReactNode } from 'react';
import type { Language } from '../../../objects/taxonomy/types.ts';
import type { BulletinRow, BulletinTeam } from '../../../workflows/assessment/bulletin.ts';
import { RATES } from '../../../workflows/assessment/counted.ts';
import { NOTHING } from '../charts/numbers.ts';
import { TableHead } from '../charts/table-head.tsx';
import { TABLE_STYLES } from '../charts/table-style.ts';
import { useLook } from '../look.ts';
import { showNumber, showPercent, showScore } from './numbers.ts';
import type { SayAssessment } from './use-say-assessment.ts';

/** Columns as wide in each team's table, so that a figure stands under that of the team above. */
const ALIGNED = { ...TABLE_STYLES.table, tableLayout: 'fixed', minWidth: 820 } satisfies CSSProperties;

const Cells = ({ row, language }: { readonly row: BulletinRow; readonly language: Language }): ReactNode => {
  const look = useLook();
  return (
    <>
      <td style={{ ...TABLE_STYLES.number, fontWeight: 500 }}>{showScore(row.score, language)}</td>
      <td style={TABLE_STYLES.number}>{row.gradeLabel ?? NOTHING}</td>
      {RATES.map((rate) => {
        const { part, whole, percent } = row.rates[rate];
        return (
          <td key={rate} style={TABLE_STYLES.number}>
            {showPercent(percent, language)}
            {percent !== null && (
              <div style={{ color: look.muted, fontSize: 11, whiteSpace: 'nowrap' }}>
                {showNumber(part, language)} / {showNumber(whole, language)}
              </div>
            )}
          </td>
        );
      })}
      <td style={TABLE_STYLES.number}>{row.byDiscovery}</td>
    </>
  );
};

/** The rates of a team, member by member, and of all of them together. */
export const BulletinTable = ({
  team,
  say,
  language,
}: {
  readonly team: BulletinTeam;
  readonly say: SayAssessment;
  readonly language: Language;
}): ReactNode => {
  const look = useLook();
  const heads = [
    say('member'),
    say('scoreHead'),
    say('gradeHead'),
    ...RATES.map((rate) => say(rate)),
    say('discoveredHead'),
  ];
  return (
    <table style={ALIGNED}>
      <TableHead heads={heads} />
      <tbody>
        {team.members.map((row) => (
          <tr key={row.id}>
            <th scope="row" style={TABLE_STYLES.name}>
              {row.name}
            </th>
            <Cells row={row} language={language} />
          </tr>
        ))}
      </tbody>
      {team.members.length > 1 && (
        <tfoot>
          <tr style={{ borderTop: `1px solid ${look.line}` }}>
            <th scope="row" style={TABLE_STYLES.name}>
              {say('total')}
            </th>
            <Cells row={team.total} language={language} />
          </tr>
        </tfoot>
      )}
    </table>
  );
};
