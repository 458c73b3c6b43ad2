import type { ReactNode } from 'react';
import { STYLES } from '../look.ts';
import type { Say, WordKey } from '../words.ts';
import { Button } from './button.tsx';

interface Props {
  readonly say: Say;
  /** What the form does, on its main button. */
  readonly send: WordKey;
  readonly isBusy: boolean;
  readonly onSend: () => void;
  readonly onCancel: () => void;
}

/** The two ways out of a form. */
export const FormButtons = ({ say, send, isBusy, onSend, onCancel }: Props): ReactNode => (
  <div style={STYLES.row}>
    <Button isMain isDisabled={isBusy} onClick={onSend}>
      {say(send)}
    </Button>
    <Button isDisabled={isBusy} onClick={onCancel}>
      {say('cancel')}
    </Button>
  </div>
);
