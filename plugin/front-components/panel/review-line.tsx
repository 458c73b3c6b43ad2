import type { ReactNode } from 'react';
import type { Panel } from '../../../workflows/panel/panel.ts';
import { showInstant } from '../dates.ts';
import { type Tone, useLook } from '../look.ts';
import type { IconName } from '../parts/icon.tsx';
import { Line } from '../parts/line.tsx';
import type { Say } from '../words.ts';

const SIGNS: Readonly<Record<string, { readonly icon: IconName; readonly tone: Tone }>> = {
  APPROVED: { icon: 'check', tone: 'good' },
  PENDING: { icon: 'clock', tone: 'warn' },
  RETURNED: { icon: 'warning', tone: 'warn' },
  INCOMPLETE: { icon: 'cross', tone: 'bad' },
};

/** Where the record stands in the review, who entered its tags, whether they came back, and why whoever looks may not approve. */
export const ReviewLine = ({ panel, say }: { readonly panel: Panel; readonly say: Say }): ReactNode => {
  const look = useLook();
  const { status, label, enteredBy, enteredAt, returnedAt, approve } = panel.review;
  const { icon, tone } = SIGNS[status] ?? { icon: 'circle', tone: 'muted' };
  const show = (instant: string): string => showInstant(instant, panel.language, panel.timeZone);
  const at = enteredAt && show(enteredAt);
  return (
    <Line icon={icon} tone={tone}>
      <strong style={{ fontWeight: 600 }}>{label}</strong>
      {returnedAt && <div>{say('beingCorrected', { at: show(returnedAt) })}</div>}
      {at && (
        <div style={{ color: look.muted }}>
          {enteredBy ? say('enteredBy', { name: enteredBy, at }) : say('enteredAt', { at })}
        </div>
      )}
      {status === 'PENDING' && !approve.may && (
        <div style={{ color: look.muted }}>{say('mayNot', { reason: approve.reason })}</div>
      )}
    </Line>
  );
};
