import type { ReactNode } from 'react';
import { duties } from '../../../objects/taxonomy/picklists.ts';
import { NEEDED_DUTIES } from '../../../workflows/health/facts.ts';
import { fill } from '../fill.ts';
import { STYLES } from '../look.ts';
import { Line } from '../parts/line.tsx';
import { useSay } from '../use-say.ts';
import type { Holder } from './load-status.ts';
import { STATUS_WORDS } from './status-words.ts';

const isNeeded = (duty: string): boolean => NEEDED_DUTIES.some((needed) => needed === duty);

/** Each of the policy's posts with who holds it. */
export const DutyList = ({ holders }: { readonly holders: readonly Holder[] }): ReactNode => {
  const { language } = useSay();
  return (
    <ul style={STYLES.list}>
      {duties.map(({ value, label }) => {
        const own = holders.filter((holder) => holder.duties.includes(value));
        const isHeld = own.some(({ workspaceMemberId }) => workspaceMemberId !== null);
        const names = own.map(({ name, workspaceMemberId }) =>
          workspaceMemberId ? name : fill(STATUS_WORDS.unlinked[language], { name }),
        );
        const tone = isHeld ? 'good' : isNeeded(value) ? 'bad' : 'muted';
        return (
          <li key={value}>
            <Line icon={isHeld ? 'check' : isNeeded(value) ? 'cross' : 'clock'} tone={tone}>
              <strong>{label[language]}</strong>
              {language === 'en' ? ': ' : '：'}
              {names.length > 0 ? names.join(language === 'en' ? ', ' : '、') : STATUS_WORDS.nobody[language]}
            </Line>
          </li>
        );
      })}
    </ul>
  );
};
