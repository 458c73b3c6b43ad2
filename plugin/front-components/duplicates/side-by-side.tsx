import { type CSSProperties, type ReactNode, useId } from 'react';
import type { Duplicate, DuplicatesAnswer, DuplicateTag } from '../../../workflows/panel/duplicates.ts';
import { STYLES, useLook } from '../look.ts';
import type { Say } from '../words.ts';
import type { Choice, Side } from './choice.ts';

const SIDES = [
  { side: 'own', word: 'thisOne' },
  { side: 'other', word: 'theOther' },
] as const;

interface Props {
  readonly answer: DuplicatesAnswer;
  readonly duplicate: Duplicate;
  readonly say: Say;
  readonly choice: Choice;
  readonly sideOf: (tag: DuplicateTag) => Side;
  readonly onChoose: (choice: Choice) => void;
}

const CELL: CSSProperties = { padding: '2px 4px', textAlign: 'left', verticalAlign: 'top', overflowWrap: 'anywhere' };
const LABEL: CSSProperties = { display: 'inline-flex', alignItems: 'flex-start', gap: 4 };

/**
 * Two records side by side: the tags in which they differ. Whoever may merge chooses in the head which one is kept, and
 * in a row whose value stands where both hold one.
 */
export const SideBySide = ({ answer, duplicate, say, choice, sideOf, onChoose }: Props): ReactNode => {
  const look = useLook();
  const group = useId();
  const textOf = (text: string | null): ReactNode => {
    if (text === null) return <em style={{ color: look.muted }}>{say('notShown')}</em>;
    return text === '' ? <span style={{ color: look.muted }}>{say('emptyTag')}</span> : text;
  };
  const radio = (name: string, label: string, isChecked: boolean, onCheck: () => void, children: ReactNode) => (
    <label style={LABEL}>
      <input
        type="radio"
        name={`${group}-${name}`}
        aria-label={label}
        checked={isChecked}
        onChange={onCheck}
        style={{ margin: '3px 0 0' }}
      />
      <span>{children}</span>
    </label>
  );
  return (
    <table style={{ width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed' }}>
      <caption style={STYLES.unseen}>{say('sideBySide', { name: duplicate.name })}</caption>
      <thead>
        <tr>
          <th scope="col" style={{ ...CELL, fontWeight: 500, color: look.muted }}>
            {answer.mayMerge ? say('keepWhich') : say('differs')}
          </th>
          {SIDES.map(({ side, word }) => (
            <th key={side} scope="col" style={{ ...CELL, fontWeight: 500 }}>
              {answer.mayMerge
                ? radio(
                    'keep',
                    say('keepOne', { which: say(word) }),
                    choice.keep === side,
                    () => onChoose({ keep: side, sides: {} }),
                    say(word),
                  )
                : say(word)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {duplicate.tags.map((tag) => (
          <tr key={tag.name} style={{ borderTop: `1px solid ${look.line}` }}>
            <th scope="row" style={{ ...CELL, fontWeight: 400, color: look.muted }}>
              {tag.label}
            </th>
            {SIDES.map(({ side, word }) => (
              <td key={side} style={CELL}>
                {answer.mayMerge && tag.isConflict
                  ? radio(
                      tag.name,
                      say('takeValue', { tag: tag.label, which: say(word), value: tag[side] ?? say('notShown') }),
                      sideOf(tag) === side,
                      () => onChoose({ ...choice, sides: { ...choice.sides, [tag.name]: side } }),
                      textOf(tag[side]),
                    )
                  : textOf(tag[side])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
