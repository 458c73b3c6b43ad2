import { type ReactNode, useId, useRef, useState } from 'react';
import type { PanelChoice } from '../../../workflows/panel/panel.ts';
import { MOST_CHARACTERS } from '../../../workflows/requests/limits.ts';
import type { ReviewPoint } from '../../../workflows/run/action.ts';
import { STYLES, useLook } from '../look.ts';
import type { Say, WordKey } from '../words.ts';
import { Field } from './field.tsx';
import { FormButtons } from './form-buttons.tsx';

/** What somebody has typed of a return; it outlives a refusal and the closing of the form. */
export interface ReturnDraft {
  readonly note: string;
  readonly returnedTags: readonly string[];
  readonly failedPoints: readonly ReviewPoint[];
}

export const EMPTY_RETURN: ReturnDraft = { note: '', returnedTags: [], failedPoints: [] };

/** The points of 4.3.3, one of which fails where tags are returned. */
const POINTS = [
  { value: 'FORM', word: 'pointForm' },
  { value: 'TRUTH', word: 'pointTruth' },
  { value: 'BUSINESS', word: 'pointBusiness' },
] as const satisfies readonly { readonly value: ReviewPoint; readonly word: WordKey }[];

interface Props {
  readonly say: Say;
  /** Tags to choose from; none where many records are returned at once. */
  readonly tags: readonly PanelChoice[];
  readonly draft: ReturnDraft;
  readonly isBusy: boolean;
  readonly onChange: (draft: ReturnDraft) => void;
  readonly onSend: () => void;
  readonly onCancel: () => void;
}

const toggled = <Value extends string>(list: readonly Value[], value: Value): readonly Value[] =>
  list.includes(value) ? list.filter((one) => one !== value) : [...list, value];

/** Returns tags for correction, with what is to be corrected (4.3.4). */
export const ReturnForm = ({ say, tags, draft, isBusy, onChange, onSend, onCancel }: Props): ReactNode => {
  const look = useLook();
  const [isTried, setTried] = useState(false);
  const noteField = useRef<HTMLTextAreaElement>(null);
  const isEmpty = draft.note.trim() === '';
  const isUnsaid = draft.failedPoints.length === 0;
  const firstPoint = useRef<HTMLInputElement>(null);
  const faultId = useId();
  return (
    <div style={STYLES.column}>
      <Field label={say('note')} fault={isTried && isEmpty ? say('noteNeeded') : undefined}>
        {(props) => (
          <textarea
            {...props}
            // biome-ignore lint/a11y/noAutofocus: the form opens on a person's request and is what they go on with
            autoFocus
            ref={noteField}
            required
            maxLength={MOST_CHARACTERS}
            rows={3}
            value={draft.note}
            onChange={(event) => onChange({ ...draft, note: event.target.value })}
            style={STYLES.field(look)}
          />
        )}
      </Field>
      <fieldset
        aria-describedby={isTried && isUnsaid ? faultId : undefined}
        style={{ margin: 0, padding: 8, border: `1px solid ${look.line}`, borderRadius: 4 }}
      >
        <legend style={{ padding: '0 4px', fontWeight: 500 }}>{say('failedPoints')}</legend>
        <div style={STYLES.row}>
          {POINTS.map(({ value, word }, at) => (
            <label key={value} style={{ display: 'inline-flex', alignItems: 'center', gap: 4 }}>
              <input
                ref={at === 0 ? firstPoint : undefined}
                type="checkbox"
                checked={draft.failedPoints.includes(value)}
                onChange={() => onChange({ ...draft, failedPoints: toggled(draft.failedPoints, value) })}
              />
              {say(word)}
            </label>
          ))}
        </div>
        {isTried && isUnsaid && (
          <div id={faultId} role="alert" style={{ color: look.bad, fontSize: 12 }}>
            {say('pointNeeded')}
          </div>
        )}
      </fieldset>
      {tags.length > 0 && (
        <fieldset style={{ margin: 0, padding: 8, border: `1px solid ${look.line}`, borderRadius: 4 }}>
          <legend style={{ padding: '0 4px', fontWeight: 500 }}>{say('returnedTags')}</legend>
          <div style={{ ...STYLES.row, maxHeight: 132, overflowY: 'auto' }}>
            {tags.map(({ value, label }) => (
              <label key={value} style={{ display: 'inline-flex', alignItems: 'center', gap: 4 }}>
                <input
                  type="checkbox"
                  checked={draft.returnedTags.includes(value)}
                  onChange={() => onChange({ ...draft, returnedTags: toggled(draft.returnedTags, value) })}
                />
                {label}
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <FormButtons
        say={say}
        send="sendReturn"
        isBusy={isBusy}
        onSend={() => {
          setTried(true);
          if (isEmpty) noteField.current?.focus();
          else if (isUnsaid) firstPoint.current?.focus();
          else onSend();
        }}
        onCancel={onCancel}
      />
    </div>
  );
};
