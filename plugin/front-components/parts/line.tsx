import type { ReactNode } from 'react';
import { STYLES, type Tone, useLook } from '../look.ts';
import { Icon, type IconName } from './icon.tsx';

interface Props {
  readonly icon: IconName;
  readonly tone: Tone;
  readonly children: ReactNode;
}

/** A sign and the words beside it. */
export const Line = ({ icon, tone, children }: Props): ReactNode => {
  const look = useLook();
  return (
    <div style={STYLES.item}>
      <Icon name={icon} color={look[tone]} />
      <div>{children}</div>
    </div>
  );
};
