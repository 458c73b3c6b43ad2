import type { ReactNode } from 'react';
import type { PanelProblem } from '../../../workflows/panel/panel.ts';
import { STYLES, useLook } from '../look.ts';
import { Line } from '../parts/line.tsx';
import type { Say } from '../words.ts';

/** What is wrong, why, and how to mend it. */
export const ProblemList = ({
  problems,
  say,
}: {
  readonly problems: readonly PanelProblem[];
  readonly say: Say;
}): ReactNode => {
  const look = useLook();
  return (
    <ul style={STYLES.list}>
      {problems.map(({ key, severity, label, clause, message, mending }) => {
        const isError = severity === 'ERROR';
        return (
          <li key={key}>
            <Line icon={isError ? 'cross' : 'warning'} tone={isError ? 'bad' : 'warn'}>
              <strong style={{ fontWeight: 600 }}>
                {say('problem', { severity: say(isError ? 'error' : 'warning'), label })}
              </strong>
              {message}
              <span style={{ color: look.muted }}>{say('clause', { clause })}</span>
              <div style={{ color: look.muted }}>{mending}</div>
            </Line>
          </li>
        );
      })}
    </ul>
  );
};
