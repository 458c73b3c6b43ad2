import type { ReactNode } from 'react';
import type { Panel } from '../../../workflows/panel/panel.ts';
import { STYLES, useLook } from '../look.ts';
import { Tag } from '../parts/tag.tsx';
import type { Say } from '../words.ts';
import { timeLeft } from './time-left.ts';

/** Changes reported whose tags are still to follow, with the working time left. */
export const NoticeList = ({ panel, say }: { readonly panel: Panel; readonly say: Say }): ReactNode => {
  const look = useLook();
  return (
    <ul style={STYLES.list}>
      {panel.notices.map((notice) => (
        <li key={notice.id}>
          <div style={STYLES.row}>
            <Tag tone={notice.isOverdue ? 'bad' : 'warn'}>{notice.kind}</Tag>
            <span>{timeLeft(notice, panel.language, say)}</span>
          </div>
          {notice.isProvisional && <div style={{ color: look.muted }}>{say('provisional')}</div>}
          {notice.description && <div style={{ whiteSpace: 'pre-wrap' }}>{notice.description}</div>}
        </li>
      ))}
    </ul>
  );
};
