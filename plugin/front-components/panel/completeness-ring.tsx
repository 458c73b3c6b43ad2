import type { ReactNode } from 'react';
import { useLook } from '../look.ts';
import type { Say } from '../words.ts';

const SIZE = 64;
const RADIUS = 27;
const LENGTH = 2 * Math.PI * RADIUS;

/** How much of what is required is on record, as a ring with its figure. */
export const CompletenessRing = ({ percent, say }: { readonly percent: number; readonly say: Say }): ReactNode => {
  const look = useLook();
  const color = percent === 100 ? look.good : percent >= 60 ? look.warn : look.bad;
  return (
    <svg
      width={SIZE}
      height={SIZE}
      viewBox={`0 0 ${SIZE} ${SIZE}`}
      role="img"
      aria-label={say('completeness', { percent })}
      style={{ flex: `0 0 ${SIZE}px` }}
    >
      <circle cx={SIZE / 2} cy={SIZE / 2} r={RADIUS} fill="none" stroke={look.raised} strokeWidth="8" />
      <circle
        cx={SIZE / 2}
        cy={SIZE / 2}
        r={RADIUS}
        fill="none"
        stroke={color}
        strokeWidth="8"
        strokeDasharray={`${(LENGTH * percent) / 100} ${LENGTH}`}
        transform={`rotate(-90 ${SIZE / 2} ${SIZE / 2})`}
      />
      <text
        x="50%"
        y="50%"
        textAnchor="middle"
        dominantBaseline="central"
        fontSize="15"
        fontWeight="600"
        fill={look.text}
      >
        {percent}%
      </text>
    </svg>
  );
};
