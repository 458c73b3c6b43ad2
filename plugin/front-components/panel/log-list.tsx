import type { ReactNode } from 'react';
import type { Panel } from '../../../workflows/panel/panel.ts';
import { showInstant } from '../dates.ts';
import { STYLES, useLook } from '../look.ts';

/** The latest entries of the policy's log. */
export const LogList = ({ panel }: { readonly panel: Panel }): ReactNode => {
  const look = useLook();
  return (
    <ol style={STYLES.list}>
      {panel.log.map(({ id, label, at, by, tags, note }) => (
        <li key={id}>
          <strong style={{ fontWeight: 500 }}>{label}</strong>{' '}
          <span style={{ color: look.muted }}>
            {[by, showInstant(at, panel.language, panel.timeZone)].filter(Boolean).join(' · ')}
          </span>
          {(note || tags) && <div style={{ whiteSpace: 'pre-wrap' }}>{note || tags}</div>}
        </li>
      ))}
    </ol>
  );
};
