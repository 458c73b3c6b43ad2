import { type ReactNode, useId, useRef, useState } from 'react';
import type { Duplicate, DuplicatesAnswer, MergeAnswer } from '../../../workflows/panel/duplicates.ts';
import { showDate } from '../dates.ts';
import { STYLES, useLook } from '../look.ts';
import { Button } from '../parts/button.tsx';
import { Message, type Told } from '../parts/message.tsx';
import { failureText, postRoute } from '../route-client.ts';
import type { Say } from '../words.ts';
import { type Choice, keptSide, type Side, takenTags } from './choice.ts';
import { MergePreview } from './merge-preview.tsx';
import { SideBySide } from './side-by-side.tsx';

interface Props {
  readonly answer: DuplicatesAnswer;
  readonly duplicate: Duplicate;
  readonly say: Say;
  readonly onMerged: (told: Told) => void;
}

/** One record that is probably the same: what tells them apart, which one to keep, what a merge would do, and the merge. */
export const DuplicateCard = ({ answer, duplicate, say, onMerged }: Props): ReactNode => {
  const look = useLook();
  const [choice, setChoice] = useState<Choice>({ keep: 'own', sides: {} });
  const [preview, setPreview] = useState<MergeAnswer | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [told, setTold] = useState<Told | null>(null);
  const formId = useId();
  const open = useRef<HTMLButtonElement>(null);
  const ids = { own: answer.id, other: duplicate.id };

  const choose = (next: Choice): void => {
    setChoice(next);
    setPreview(null);
  };
  const send = async (isPreview: boolean): Promise<void> => {
    setBusy(true);
    setTold({ tone: 'muted', text: say('working') });
    const lose: Side = choice.keep === 'own' ? 'other' : 'own';
    try {
      const merged = await postRoute<MergeAnswer>('merge', {
        object: answer.object,
        keepId: ids[choice.keep],
        loseId: ids[lose],
        take: takenTags(duplicate.tags, choice),
        isPreview,
      });
      setTold(null);
      if (isPreview) setPreview(merged);
      else
        onMerged({
          tone: 'good',
          text: say(choice.keep === 'own' ? 'merged' : 'mergedAway', { name: duplicate.name }),
        });
    } catch (error) {
      setTold({ tone: 'bad', text: say('refused', { reason: failureText(error, say) }) });
    } finally {
      setBusy(false);
    }
  };
  const cancel = (): void => {
    setPreview(null);
    open.current?.focus();
  };

  return (
    <div style={{ ...STYLES.column, gap: 8, padding: 8, border: `1px solid ${look.line}`, borderRadius: 4 }}>
      <div>
        <strong style={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{duplicate.name}</strong>{' '}
        <span style={{ color: look.muted }}>
          {say('enteredAt', { at: showDate(duplicate.enteredOn, answer.language) })}
        </span>
      </div>
      <SideBySide
        answer={answer}
        duplicate={duplicate}
        say={say}
        choice={choice}
        sideOf={(tag) => keptSide(tag, choice)}
        onChoose={choose}
      />
      {answer.mayMerge ? (
        <div>
          <Button
            buttonRef={open}
            isDisabled={isBusy}
            controls={{ id: formId, isOpen: preview !== null }}
            onClick={() => void send(true)}
          >
            {say('mergePreview')}
          </Button>
        </div>
      ) : (
        <p style={{ ...STYLES.plain, color: look.muted }}>{say('mayNotMerge')}</p>
      )}
      <Message told={told} />
      <div id={formId} style={{ display: preview ? 'block' : 'none' }}>
        {preview && (
          <MergePreview
            preview={preview}
            language={answer.language}
            say={say}
            isBusy={isBusy}
            onMerge={() => void send(false)}
            onCancel={cancel}
          />
        )}
      </div>
    </div>
  );
};
