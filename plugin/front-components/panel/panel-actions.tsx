import { type ReactNode, useId, useRef, useState } from 'react';
import type { Panel } from '../../../workflows/panel/panel.ts';
import type { ActAnswer, ReportedRecord } from '../../../workflows/requests/answers.ts';
import { showDate } from '../dates.ts';
import { STYLES } from '../look.ts';
import { Button } from '../parts/button.tsx';
import { Message, type Told } from '../parts/message.tsx';
import { EMPTY_REPORT, ReportForm, reportBody } from '../parts/report-form.tsx';
import { EMPTY_RETURN, ReturnForm } from '../parts/return-form.tsx';
import { Section } from '../parts/section.tsx';
import { failureText, postRoute } from '../route-client.ts';
import type { Say, WordKey } from '../words.ts';
import { PointList } from './point-list.tsx';

type Form = 'return' | 'report';

interface Props {
  readonly panel: Panel;
  readonly say: Say;
  /** Why it could not be read again. */
  readonly failure: string | null;
  /** Something was done: the panel has to be read anew. */
  readonly onReload: () => void;
  /** Reads the panel again; true once it has come. */
  readonly onRefresh: () => Promise<boolean>;
}

/** What became of an action, together with the warning that the panel could not be read since. */
const withFailure = (told: Told | null, failure: string | null, say: Say): Told | null => {
  if (!failure || told?.tone === 'muted') return told;
  return { tone: 'bad', text: [told?.text, say('stale', { reason: failure })].filter(Boolean).join('\n') };
};

/**
 * What whoever looks may do now. What is typed stays where it is until the application has taken it: through refusals,
 * lost connections and the closing of a form.
 */
export const PanelActions = ({ panel, say, failure, onReload, onRefresh }: Props): ReactNode => {
  const [isBusy, setBusy] = useState(false);
  const [told, setTold] = useState<Told | null>(null);
  const [form, setForm] = useState<Form | null>(null);
  const [returning, setReturning] = useState(EMPTY_RETURN);
  const [reporting, setReporting] = useState(EMPTY_REPORT);
  const formId = useId();
  const returnButton = useRef<HTMLButtonElement>(null);
  const reportButton = useRef<HTMLButtonElement>(null);
  const message = useRef<HTMLDivElement>(null);
  const { object, id, review } = panel;

  const close = (): void => {
    (form === 'return' ? returnButton : reportButton).current?.focus();
    setForm(null);
  };
  const toggle = (which: Form): void => (form === which ? close() : setForm(which));

  const send = async <Result extends ActAnswer>(
    path: 'act' | 'report',
    body: object,
    done: (answer: Result) => string,
    onTaken: () => void = () => {},
  ): Promise<void> => {
    setBusy(true);
    setTold({ tone: 'muted', text: say('working') });
    try {
      const answer = await postRoute<Result>(path, { object, ids: [id], ...body });
      const refused = answer.results.find((result) => !result.isDone);
      if (refused) {
        setTold({ tone: 'bad', text: say('refused', { reason: refused.reason }) });
        return;
      }
      setTold({ tone: 'good', text: done(answer) });
      onReload();
      onTaken();
    } catch (error) {
      setTold({ tone: 'bad', text: say('refused', { reason: failureText(error, say) }) });
    } finally {
      setBusy(false);
    }
  };
  const act = (action: 'CONFIRM' | 'APPROVE', done: WordKey, groups: readonly string[] = []): Promise<void> =>
    send(
      'act',
      { action, ...(groups.length > 0 ? { groups } : {}) },
      () => say(done),
      // The button goes away with what it was for, and would take the focus with it.
      () => (action === 'APPROVE' || groups.length > 0) && message.current?.focus(),
    );
  const sendReturn = (): Promise<void> =>
    send(
      'act',
      { action: 'RETURN', ...returning },
      () => say('returned'),
      () => {
        setReturning(EMPTY_RETURN);
        close();
      },
    );
  const sendReport = (): Promise<void> =>
    send<ActAnswer<ReportedRecord>>(
      'report',
      reportBody(reporting),
      ({ results }) => say('reported', { date: showDate(String(results[0]?.dueOn), panel.language) }),
      () => {
        setReporting(EMPTY_REPORT);
        close();
      },
    );

  const refresh = async (): Promise<void> => {
    if (await onRefresh()) setTold({ tone: 'good', text: say('refreshed') });
  };

  return (
    <div style={{ ...STYLES.column, gap: 4 }}>
      <fieldset aria-label={say('actions')} style={{ ...STYLES.row, margin: 0, padding: 0, border: 0 }}>
        {review.confirm.may && (
          <Button isDisabled={isBusy} onClick={() => void act('CONFIRM', 'confirmed')}>
            {say('confirm')}
          </Button>
        )}
        {review.approve.may && review.status !== 'APPROVED' && (
          <Button isMain isDisabled={isBusy} onClick={() => void act('APPROVE', 'approved')}>
            {say('approve')}
          </Button>
        )}
        {review.return.may && (
          <Button
            buttonRef={returnButton}
            isDisabled={isBusy}
            controls={{ id: formId, isOpen: form === 'return' }}
            onClick={() => toggle('return')}
          >
            {say('return')}
          </Button>
        )}
        {panel.report.may && (
          <Button
            buttonRef={reportButton}
            isDisabled={isBusy}
            controls={{ id: formId, isOpen: form === 'report' }}
            onClick={() => toggle('report')}
          >
            {say('report')}
          </Button>
        )}
        <Button isDisabled={isBusy} onClick={() => void refresh()}>
          {say('refresh')}
        </Button>
      </fieldset>
      <Message told={withFailure(told, failure, say)} messageRef={message} />
      {/* Without a form it takes no room, not even that of the gap above it. */}
      <div id={formId} style={{ display: form ? 'block' : 'none' }}>
        {form === 'return' && (
          <ReturnForm
            say={say}
            tags={panel.tags}
            draft={returning}
            isBusy={isBusy}
            onChange={setReturning}
            onSend={() => void sendReturn()}
            onCancel={close}
          />
        )}
        {form === 'report' && (
          <ReportForm
            say={say}
            kinds={panel.kinds}
            causes={panel.causes}
            draft={reporting}
            isBusy={isBusy}
            onChange={setReporting}
            onSend={() => void sendReport()}
            onCancel={close}
          />
        )}
      </div>
      {panel.points.length > 0 && (
        <Section title={say('points')}>
          <PointList
            panel={panel}
            say={say}
            isBusy={isBusy}
            onConfirm={(groups) => void act('CONFIRM', 'confirmed', groups)}
          />
        </Section>
      )}
    </div>
  );
};
