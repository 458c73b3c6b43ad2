import type { ReactNode } from 'react';
import type { AccessHolder, AccessList } from '../../../workflows/access/holders.ts';
import { TABLE_STYLES } from '../charts/table-style.ts';
import { showDate } from '../dates.ts';
import { type Tone, useLook } from '../look.ts';
import { Tag } from '../parts/tag.tsx';
import { HOLDERS_WORDS } from './holders-words.ts';

const TONES: Readonly<Record<string, Tone>> = { VALID: 'good', EXPIRING: 'warn' };
const CELL = { ...TABLE_STYLES.name, fontWeight: 400, verticalAlign: 'top' } as const;

/** Until when somebody's agreement counts; nothing where none does. */
const untilOf = ({ isBound, until }: AccessHolder, { language }: AccessList): string => {
  if (until !== null) return showDate(until, language);
  return isBound ? HOLDERS_WORDS.open[language] : '';
};

/** Who may see what is sensitive, a row each. */
export const HolderTable = ({ list }: { readonly list: AccessList }): ReactNode => {
  const look = useLook();
  const { language, holders } = list;
  const head = { ...TABLE_STYLES.head(look), ...TABLE_STYLES.first };
  return (
    <table style={TABLE_STYLES.table}>
      <thead>
        <tr>
          {(['name', 'role', 'since', 'agreement', 'until'] as const).map((word) => (
            <th key={word} scope="col" style={head}>
              {HOLDERS_WORDS[word][language]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {holders.map((holder) => (
          <tr key={holder.id}>
            <th scope="row" style={{ ...TABLE_STYLES.name, verticalAlign: 'top' }}>
              {holder.name}
            </th>
            <td style={CELL}>
              {holder.role}
              {holder.reads === 'UNKNOWN' && (
                <span style={{ color: look.muted }}>{HOLDERS_WORDS.unknown[language]}</span>
              )}
            </td>
            <td style={CELL}>
              {holder.since ? (
                showDate(holder.since, language)
              ) : (
                <span style={{ color: look.muted }}>{HOLDERS_WORDS.noProfile[language]}</span>
              )}
            </td>
            <td style={CELL}>
              <Tag tone={TONES[holder.state] ?? 'bad'}>{holder.stateLabel}</Tag>
            </td>
            <td style={CELL}>{untilOf(holder, list)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
