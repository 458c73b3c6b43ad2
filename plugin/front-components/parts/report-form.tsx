import { type ReactNode, useRef, useState } from 'react';
import type { PanelChoice, PanelKind } from '../../../workflows/panel/panel.ts';
import { MOST_CHARACTERS } from '../../../workflows/requests/limits.ts';
import { typedInstant } from '../dates.ts';
import { STYLES, useLook } from '../look.ts';
import type { Say } from '../words.ts';
import { Field } from './field.tsx';
import { FormButtons } from './form-buttons.tsx';

/** What somebody has typed of a change; it outlives a refusal and the closing of the form. */
export interface ReportDraft {
  readonly kind: string;
  /** As typed into a `datetime-local` input; empty means now. */
  readonly occurredAt: string;
  readonly description: string;
  /** Why a product changes. */
  readonly cause: string;
}

export const EMPTY_REPORT: ReportDraft = { kind: '', occurredAt: '', description: '', cause: '' };

/** The fields of a report as the route takes them. */
export const reportBody = ({ kind, occurredAt, description, cause }: ReportDraft) => ({
  kind,
  description,
  ...(cause ? { cause } : {}),
  occurredAt: typedInstant(occurredAt),
});

interface Props {
  readonly say: Say;
  readonly kinds: readonly PanelKind[];
  /** Causes to choose from; none where the change of the object needs none. */
  readonly causes: readonly PanelChoice[];
  readonly draft: ReportDraft;
  readonly isBusy: boolean;
  readonly onChange: (draft: ReportDraft) => void;
  readonly onSend: () => void;
  readonly onCancel: () => void;
}

/** Reports a change: its kind, when it happened, what it is (4.2.1). */
export const ReportForm = ({ say, kinds, causes, draft, isBusy, onChange, onSend, onCancel }: Props): ReactNode => {
  const look = useLook();
  const [isTried, setTried] = useState(false);
  const kindField = useRef<HTMLSelectElement>(null);
  const causeField = useRef<HTMLSelectElement>(null);
  const reasonField = useRef<HTMLTextAreaElement>(null);
  const needsReason = kinds.some(({ value, needsReason }) => value === draft.kind && needsReason);
  const isUnchosen = draft.kind === '';
  const isUncaused = causes.length > 0 && draft.cause === '';
  const isUnreasoned = needsReason && draft.description.trim() === '';
  return (
    <div style={STYLES.column}>
      <Field label={say('kind')} fault={isTried && isUnchosen ? say('kindNeeded') : undefined}>
        {(props) => (
          <select
            {...props}
            // biome-ignore lint/a11y/noAutofocus: the form opens on a person's request and is what they go on with
            autoFocus
            ref={kindField}
            required
            value={draft.kind}
            onChange={(event) => onChange({ ...draft, kind: event.target.value })}
            style={STYLES.field(look)}
          >
            <option value="">—</option>
            {kinds.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Field>
      {causes.length > 0 && (
        <Field label={say('cause')} fault={isTried && isUncaused ? say('causeNeeded') : undefined}>
          {(props) => (
            <select
              {...props}
              ref={causeField}
              required
              value={draft.cause}
              onChange={(event) => onChange({ ...draft, cause: event.target.value })}
              style={STYLES.field(look)}
            >
              <option value="">—</option>
              {causes.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Field label={say('occurredAt')}>
        {(props) => (
          <input
            {...props}
            type="datetime-local"
            value={draft.occurredAt}
            onChange={(event) => onChange({ ...draft, occurredAt: event.target.value })}
            style={STYLES.field(look)}
          />
        )}
      </Field>
      <Field label={say('description')} fault={isTried && isUnreasoned ? say('reasonNeeded') : undefined}>
        {(props) => (
          <textarea
            {...props}
            ref={reasonField}
            required={needsReason}
            maxLength={MOST_CHARACTERS}
            rows={3}
            value={draft.description}
            onChange={(event) => onChange({ ...draft, description: event.target.value })}
            style={STYLES.field(look)}
          />
        )}
      </Field>
      <FormButtons
        say={say}
        send="sendReport"
        isBusy={isBusy}
        onSend={() => {
          setTried(true);
          if (isUnchosen) kindField.current?.focus();
          else if (isUncaused) causeField.current?.focus();
          else if (isUnreasoned) reasonField.current?.focus();
          else onSend();
        }}
        onCancel={onCancel}
      />
    </div>
  );
};
