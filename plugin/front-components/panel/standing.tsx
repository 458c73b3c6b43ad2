import type { ReactNode } from 'react';
import type { Panel } from '../../../workflows/panel/panel.ts';
import { showInstant } from '../dates.ts';
import { STYLES, type Tone, useLook } from '../look.ts';
import { Tag } from '../parts/tag.tsx';
import type { Say } from '../words.ts';
import { CheckTag } from './check-tag.tsx';
import { CompletenessBar } from './completeness-bar.tsx';
import { CompletionTag } from './completion-tag.tsx';

const TONES: Readonly<Record<string, Tone>> = {
  APPROVED: 'good',
  EXEMPT: 'good',
  PENDING: 'warn',
  RETURNED: 'warn',
  INCOMPLETE: 'bad',
};

/**
 * How the record stands, at a glance: its review, what is on record, its next check; below it who entered the tags,
 * whether they came back, and why whoever looks may not approve.
 */
export const Standing = ({ panel, say }: { readonly panel: Panel; readonly say: Say }): ReactNode => {
  const look = useLook();
  const { status, label, enteredBy, enteredAt, returnedAt, approve } = panel.review;
  const show = (instant: string): string => showInstant(instant, panel.language, panel.timeZone);
  const at = enteredAt && show(enteredAt);
  return (
    <div>
      <div style={STYLES.row}>
        <Tag tone={TONES[status] ?? 'muted'}>{label}</Tag>
        <CompletenessBar percent={panel.completeness} say={say} />
        {panel.completion && <CompletionTag completion={panel.completion} language={panel.language} say={say} />}
        {panel.check && <CheckTag check={panel.check} language={panel.language} say={say} />}
      </div>
      <div style={{ marginTop: 4, color: look.muted }}>
        {returnedAt && <div>{say('beingCorrected', { at: show(returnedAt) })}</div>}
        {at && <div>{enteredBy ? say('enteredBy', { name: enteredBy, at }) : say('enteredAt', { at })}</div>}
        {status === 'PENDING' && !approve.may && <div>{say('mayNot', { reason: approve.reason })}</div>}
      </div>
    </div>
  );
};
