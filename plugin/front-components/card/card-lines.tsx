import type { ReactNode } from 'react';
import type { CardLine } from '../../../workflows/panel/card.ts';
import { STYLES, useLook } from '../look.ts';
import type { SayCard } from './use-card.ts';

/** Tags with their values; what whoever looks may not see says so, and what is not on record does too. */
export const CardLines = ({
  lines,
  say,
}: {
  readonly lines: readonly CardLine[];
  readonly say: SayCard;
}): ReactNode => {
  const look = useLook();
  if (lines.every(({ isWithheld }) => isWithheld))
    return <p style={{ ...STYLES.plain, color: look.muted }}>{say('withheld')}</p>;
  return (
    <dl style={{ margin: 0, display: 'grid', gridTemplateColumns: 'minmax(96px, 34%) 1fr', gap: '2px 12px' }}>
      {lines.map(({ tag, label, text, isWithheld }) => (
        <div key={tag} style={{ display: 'contents' }}>
          <dt style={{ color: look.muted }}>{label}</dt>
          <dd style={{ margin: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
            {text || <span style={{ color: look.muted }}>{say(isWithheld ? 'withheld' : 'empty')}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
};
