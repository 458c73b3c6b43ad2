import { type ReactNode, useState } from 'react';
import { AppPath, navigate } from 'twenty-sdk/front-component';
import { MOST_CHARACTERS } from '../../../workflows/requests/limits.ts';
import type { InspectionPage, SampleLine } from '../../../workflows/supervision/inspection-page.ts';
import { STYLES, useLook } from '../look.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import type { InspectionState, SayInspection } from './use-inspection.ts';

const openRecord = (object: string, id: string): void =>
  void navigate(AppPath.RecordShowPage, { objectNameSingular: object, objectRecordId: id });

interface Props {
  readonly line: SampleLine;
  readonly mayIssue: boolean;
  readonly state: InspectionState;
  readonly say: SayInspection;
}

/** A finding in the inspector's own words. */
const FindingForm = ({ line, state, say, onDone }: Omit<Props, 'mayIssue'> & { readonly onDone: () => void }) => {
  const look = useLook();
  const [problem, setProblem] = useState('');
  const send = async (): Promise<void> => {
    if (problem.trim() !== '' && (await state.ask({ issueOf: line.id, problem: problem.trim() }))) onDone();
  };
  return (
    <div style={{ ...STYLES.column, width: '100%' }}>
      <Field label={say('problem')}>
        {(props) => (
          <textarea
            {...props}
            // biome-ignore lint/a11y/noAutofocus: the form opens on a person's request and is what they go on with
            autoFocus
            rows={3}
            maxLength={MOST_CHARACTERS}
            value={problem}
            onChange={(event) => setProblem(event.target.value)}
            style={STYLES.field(look)}
          />
        )}
      </Field>
      <div style={STYLES.row}>
        <Button isMain isDisabled={state.isBusy || problem.trim() === ''} onClick={() => void send()}>
          {say('issue')}
        </Button>
        <Button onClick={onDone}>{say('cancel')}</Button>
      </div>
    </div>
  );
};

/** A record of the sample: what is the matter with it, and a notice of that in one click (7.1.4). */
const SampleRow = ({ line, mayIssue, state, say }: Props): ReactNode => {
  const look = useLook();
  const [isWriting, setWriting] = useState(false);
  const { record, notices } = line;
  return (
    <li style={{ ...STYLES.row, flexWrap: 'wrap', paddingBottom: 6 }}>
      <Button label={say('open', { record })} onClick={() => openRecord(line.object, line.id)}>
        {record}
      </Button>
      <span style={{ color: look.muted }}>
        {line.objectLabel} · {line.member}
      </span>
      <span style={{ flex: '1 1 200px', whiteSpace: 'pre-line' }}>{line.problem || say('fine')}</span>
      {notices.map(({ id, number, status }) => (
        <Button key={id} label={say('openNotice', { number })} onClick={() => openRecord('tagRectification', id)}>
          {say('notice', { number, status })}
        </Button>
      ))}
      {mayIssue && line.problem !== '' && notices.length === 0 && (
        <Button
          isMain
          label={say('issueOf', { record })}
          isDisabled={state.isBusy}
          onClick={() => void state.ask({ issueOf: line.id })}
        >
          {say('issue')}
        </Button>
      )}
      {mayIssue && !isWriting && (
        <Button label={say('writeOf', { record })} onClick={() => setWriting(true)}>
          {say('write')}
        </Button>
      )}
      {isWriting && <FindingForm line={line} state={state} say={say} onDone={() => setWriting(false)} />}
    </li>
  );
};

/** The records drawn for an inspection. */
export const SampleList = ({
  page: { sample, mayIssue },
  state,
  say,
}: {
  readonly page: InspectionPage;
  readonly state: InspectionState;
  readonly say: SayInspection;
}): ReactNode =>
  sample.length === 0 ? (
    <p style={STYLES.plain}>{say('noSample')}</p>
  ) : (
    <ul style={STYLES.list}>
      {sample.map((line) => (
        <SampleRow key={`${line.object}:${line.id}`} line={line} mayIssue={mayIssue} state={state} say={say} />
      ))}
    </ul>
  );
