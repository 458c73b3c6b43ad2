import type { ReactNode } from 'react';
import type { Panel } from '../../../workflows/panel/panel.ts';
import { STYLES, useLook } from '../look.ts';
import { Line } from '../parts/line.tsx';
import type { Say } from '../words.ts';
import { timeLeft } from './time-left.ts';

/** Changes reported whose tags are still to follow, with the working time left. */
export const NoticeList = ({ panel, say }: { readonly panel: Panel; readonly say: Say }): ReactNode => {
  const look = useLook();
  if (panel.notices.length === 0) {
    return (
      <Line icon="check" tone="good">
        {say('noNotices')}
      </Line>
    );
  }
  return (
    <ul style={STYLES.list}>
      {panel.notices.map((notice) => (
        <li key={notice.id}>
          <Line icon={notice.isOverdue ? 'cross' : 'clock'} tone={notice.isOverdue ? 'bad' : 'warn'}>
            <strong style={{ fontWeight: 600 }}>{notice.kind}</strong>
            {' · '}
            {timeLeft(notice, panel.language, say)}
            {notice.isProvisional && <div style={{ color: look.muted }}>{say('provisional')}</div>}
            {notice.description && <div style={{ whiteSpace: 'pre-wrap' }}>{notice.description}</div>}
          </Line>
        </li>
      ))}
    </ul>
  );
};
