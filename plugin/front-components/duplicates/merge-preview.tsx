import type { ReactNode } from 'react';
import type { Language } from '../../../objects/taxonomy/types.ts';
import type { MergeAnswer } from '../../../workflows/panel/duplicates.ts';
import { STYLES, useLook } from '../look.ts';
import { FormButtons } from '../parts/form-buttons.tsx';
import type { Say, WordKey } from '../words.ts';

interface Props {
  readonly preview: MergeAnswer;
  readonly language: Language;
  readonly say: Say;
  readonly isBusy: boolean;
  readonly onMerge: () => void;
  readonly onCancel: () => void;
}

/** What a merge would do, and the two ways on. */
export const MergePreview = ({ preview, language, say, isBusy, onMerge, onCancel }: Props): ReactNode => {
  const look = useLook();
  const separator = language === 'en' ? ', ' : '、';
  const lines: readonly (readonly [WordKey, string])[] = [
    ['mergeMoves', preview.moved.map(({ label, count }) => `${label} ${count}`).join(separator)],
    ['mergeFills', preview.filled.join(separator)],
    ['mergeJoins', preview.joined.join(separator)],
    ['mergeKeeps', preview.kept.join(separator)],
    ['mergeTakes', preview.taken.join(separator)],
  ];
  return (
    <div style={{ ...STYLES.column, gap: 8 }}>
      <dl style={{ margin: 0 }}>
        {lines
          .filter(([, text]) => text !== '')
          .map(([word, text]) => (
            <div key={word}>
              <dt style={{ color: look.muted }}>{say(word)}</dt>
              <dd style={{ margin: 0 }}>{text}</dd>
            </div>
          ))}
      </dl>
      <p style={STYLES.plain}>{say('mergeEnds')}</p>
      <FormButtons say={say} send="merge" isBusy={isBusy} onSend={onMerge} onCancel={onCancel} />
    </div>
  );
};
