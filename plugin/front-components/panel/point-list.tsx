import type { ReactNode } from 'react';
import type { Panel, PanelPoint } from '../../../workflows/panel/panel.ts';
import { showInstant } from '../dates.ts';
import { STYLES, type Tone, useLook } from '../look.ts';
import { Button } from '../parts/button.tsx';
import { Icon, type IconName } from '../parts/icon.tsx';
import type { Say, WordKey } from '../words.ts';

interface Props {
  readonly panel: Panel;
  readonly say: Say;
  readonly isBusy: boolean;
  /** Confirms the groups of a point alone. */
  readonly onConfirm: (groups: readonly string[]) => void;
}

const SIGNS: Readonly<Record<PanelPoint['state'], readonly [IconName, Tone]>> = {
  CONFIRMED: ['check', 'good'],
  OPEN: ['circle', 'warn'],
  NOT_ASKED: ['circle', 'muted'],
};

/** How a point stands, where there is more to say than that it is open. */
const standingOf = ({ state, isForOthers }: PanelPoint): WordKey | null => {
  if (isForOthers) return 'pointForOthers';
  if (state === 'OPEN') return null;
  return state === 'CONFIRMED' ? 'pointConfirmed' : 'pointNotAsked';
};

/**
 * The points a check looks at (4.1.2), each with who entered its groups, and a button for what may be confirmed by itself;
 * what is to be asked, while the check is due.
 */
export const PointList = ({ panel, say, isBusy, onConfirm }: Props): ReactNode => {
  const look = useLook();
  const isDue = panel.check !== null && panel.check.state !== 'CURRENT';
  return (
    <ul style={STYLES.list}>
      {panel.points.map((point) => {
        const [icon, tone] = SIGNS[point.state];
        const standing = standingOf(point);
        return (
          <li key={point.key} style={STYLES.item}>
            <Icon name={icon} color={look[tone]} />
            <div style={{ flex: '1 1 0', minWidth: 0 }}>
              <strong style={{ fontWeight: 500 }}>{point.label}</strong>
              {standing && <span style={{ color: look.muted }}> · {say(standing)}</span>}
              {point.state === 'OPEN' && isDue && <div>{point.question}</div>}
              {point.entered.map(({ groups, by, at }) => (
                <div key={groups} style={{ color: look.muted }}>
                  {say(by ? 'enteredGroup' : 'enteredGroupAt', {
                    groups,
                    name: by,
                    at: showInstant(at, panel.language, panel.timeZone),
                  })}
                </div>
              ))}
            </div>
            {point.mayConfirm && (
              <Button
                isDisabled={isBusy}
                label={say('confirmPointOf', { point: point.label })}
                onClick={() => onConfirm(point.groups)}
              >
                {say('confirmPoint')}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
};
