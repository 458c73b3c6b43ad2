import { type ReactNode, useRef, useState } from 'react';
import { MOST_CHARACTERS } from '../../../workflows/requests/limits.ts';
import { STYLES, useLook } from '../look.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import type { SayAssessment } from './use-say-assessment.ts';

interface Props {
  readonly say: SayAssessment;
  readonly field: 'appealField' | 'decisionField';
  readonly note?: string;
  readonly isBusy: boolean;
  readonly onSend: (text: string) => void;
  readonly onCancel: () => void;
}

/** What is said in words: an appeal, or what becomes of one. */
export const SayForm = ({ say, field, note, isBusy, onSend, onCancel }: Props): ReactNode => {
  const look = useLook();
  const [text, setText] = useState('');
  const [isTried, setTried] = useState(false);
  const input = useRef<HTMLTextAreaElement>(null);
  const isEmpty = text.trim() === '';
  return (
    <div style={STYLES.column}>
      <Field label={say(field)} fault={isTried && isEmpty ? say('fieldNeeded') : undefined}>
        {(props) => (
          <textarea
            {...props}
            // biome-ignore lint/a11y/noAutofocus: the form opens on a person's request and is what they go on with
            autoFocus
            ref={input}
            required
            maxLength={MOST_CHARACTERS}
            rows={4}
            value={text}
            onChange={(event) => setText(event.target.value)}
            style={STYLES.field(look)}
          />
        )}
      </Field>
      {note && <p style={{ ...STYLES.plain, color: look.muted }}>{note}</p>}
      <div style={STYLES.row}>
        <Button
          isMain
          isDisabled={isBusy}
          onClick={() => {
            setTried(true);
            if (isEmpty) input.current?.focus();
            else onSend(text.trim());
          }}
        >
          {say('send')}
        </Button>
        <Button isDisabled={isBusy} onClick={onCancel}>
          {say('cancel')}
        </Button>
      </div>
    </div>
  );
};
