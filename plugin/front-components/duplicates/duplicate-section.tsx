import { type ReactNode, useCallback, useRef, useState } from 'react';
import type { DuplicatesAnswer } from '../../../workflows/panel/duplicates.ts';
import type { Panel } from '../../../workflows/panel/panel.ts';
import { STYLES } from '../look.ts';
import { Message, type Told } from '../parts/message.tsx';
import { Section } from '../parts/section.tsx';
import { failureText, postRoute } from '../route-client.ts';
import { useAnswer } from '../use-answer.ts';
import type { Say } from '../words.ts';
import { DuplicateCard } from './duplicate-card.tsx';

const CODES: ReadonlySet<string> = new Set(['NAME_DUPLICATE', 'CREDIT_CODE_DUPLICATE', 'DEAL_DUPLICATE']);
const MERGEABLE: ReadonlySet<string> = new Set(['company', 'opportunity']);

/** Whether the record is told of as probably the same as another that it can be merged with (5.2.7). */
export const hasDuplicates = ({ object, problems }: Panel): boolean =>
  MERGEABLE.has(object) && problems.some(({ key }) => CODES.has(key.split('.', 1)[0] ?? ''));

interface Props {
  readonly panel: Panel;
  readonly say: Say;
  /** The record has changed: the panel has to be read anew. */
  readonly onReload: () => void;
}

const Duplicates = ({
  panel,
  say,
  onMerged,
}: Omit<Props, 'onReload'> & { readonly onMerged: (told: Told) => void }) => {
  const { object, id } = panel;
  const ask = useCallback(() => postRoute<DuplicatesAnswer>('duplicates', { object, id }), [object, id]);
  const [answer] = useAnswer(ask);
  if (answer.state === 'FAILED') {
    return (
      <Message told={{ tone: 'bad', text: say('duplicatesFailed', { reason: failureText(answer.error, say) }) }} />
    );
  }
  if (answer.state !== 'READY') return <Message told={{ tone: 'muted', text: say('loadingDuplicates') }} />;
  const { duplicates } = answer.value;
  if (duplicates.length === 0) return <p style={STYLES.plain}>{say('noDuplicates')}</p>;
  return (
    <ul style={{ ...STYLES.list, gap: 12 }}>
      {duplicates.map((duplicate) => (
        <li key={duplicate.id}>
          <DuplicateCard answer={answer.value} duplicate={duplicate} say={say} onMerged={onMerged} />
        </li>
      ))}
    </ul>
  );
};

/**
 * The records that are probably the same as this one, side by side with it, and the way to merge them. What became of a
 * merge stays on the page when there is nothing left to merge.
 */
export const DuplicateSection = ({ panel, say, onReload }: Props): ReactNode => {
  const [told, setTold] = useState<Told | null>(null);
  const message = useRef<HTMLDivElement>(null);
  const isTold = hasDuplicates(panel);
  if (!isTold && !told) return null;
  const merged = (done: Told): void => {
    setTold(done);
    // The button goes away with what it was for, and would take the focus with it.
    message.current?.focus();
    onReload();
  };
  return (
    <Section title={say('duplicates')}>
      <div style={{ ...STYLES.column, gap: 4 }}>
        <Message told={told} messageRef={message} />
        {isTold && !told && <Duplicates panel={panel} say={say} onMerged={merged} />}
      </div>
    </Section>
  );
};
