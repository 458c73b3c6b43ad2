import { type ReactNode, useId, useRef, useState } from 'react';
import type { Sheet } from '../../../workflows/assessment/sheet.ts';
import { STYLES } from '../look.ts';
import { Button } from '../parts/button.tsx';
import { Message, type Told } from '../parts/message.tsx';
import { SayForm } from './say-form.tsx';
import type { AssessmentState } from './use-assessment.ts';
import type { SayAssessment } from './use-say-assessment.ts';

interface Props {
  readonly sheet: Sheet;
  readonly state: AssessmentState;
  readonly say: SayAssessment;
}

/** What whoever looks may do with an assessment: confirm it, appeal against it, decide on an appeal. */
export const SheetActions = ({ sheet: { quarter, may }, state, say }: Props): ReactNode => {
  const { ask, isBusy, failure } = state;
  const [isOpen, setOpen] = useState(false);
  const [isDone, setDone] = useState(false);
  const formId = useId();
  const message = useRef<HTMLDivElement>(null);
  const told: Told | null = failure
    ? { tone: 'bad', text: failure }
    : isDone
      ? { tone: 'good', text: say('done') }
      : null;
  const send = async (asked: Parameters<AssessmentState['ask']>[0]): Promise<void> => {
    setDone(false);
    if (!(await ask({ quarter, ...asked }))) return;
    setDone(true);
    setOpen(false);
    message.current?.focus();
  };
  const form = may.appeal ? 'appeal' : may.decide ? 'decide' : null;
  return (
    <div style={STYLES.column}>
      {may.confirm && (
        <div>
          <Button isMain isDisabled={isBusy} onClick={() => void send({ act: 'CONFIRM' })}>
            {say('confirm')}
          </Button>
        </div>
      )}
      {form && !isOpen && (
        <div>
          <Button isDisabled={isBusy} controls={{ id: formId, isOpen }} onClick={() => setOpen(true)}>
            {say(form)}
          </Button>
        </div>
      )}
      <div id={formId} hidden={!form || !isOpen}>
        {form && isOpen && (
          <SayForm
            say={say}
            field={form === 'appeal' ? 'appealField' : 'decisionField'}
            {...(form === 'decide' ? { note: say('decisionNote') } : {})}
            isBusy={isBusy}
            onSend={(text) =>
              void send(form === 'appeal' ? { act: 'APPEAL', appeal: text } : { act: 'DECIDE', decision: text })
            }
            onCancel={() => setOpen(false)}
          />
        )}
      </div>
      <Message told={told} messageRef={message} />
    </div>
  );
};
