import { type CSSProperties, type ReactNode, useId } from 'react';
import { useColorScheme } from 'twenty-sdk/front-component';
import type { Words } from '../../../objects/taxonomy/types.ts';
import { LookContext, PALETTES, type Palette, STYLES } from '../look.ts';
import { Button } from '../parts/button.tsx';
import { Message, type Told } from '../parts/message.tsx';
import type { Answer } from '../use-answer.ts';
import { useSay } from '../use-say.ts';
import { CHART_WORDS } from './chart-words.ts';

/** The note and what is told in its stead have one place, so that nothing moves when one follows the other. */
const SAME_PLACE: CSSProperties = { gridArea: '1 / 1' };
const noteStyle = (look: Palette): CSSProperties => ({
  ...SAME_PLACE,
  margin: 0,
  color: look.muted,
  fontSize: 12,
});

interface Props<Value> {
  readonly title: Words;
  readonly note: Words;
  readonly answer: Answer<Value>;
  readonly again: () => void;
  /** What to say instead of a table without anything in it. */
  readonly emptyText: (value: Value) => Words | null;
  /** How tall the table may get before it scrolls: Twenty cuts off what is taller than the widget, as a large team's is. */
  readonly maxHeight?: number;
  /** The table; `null` while it is counted, so that the page keeps its place. */
  readonly children: (value: Value | null) => ReactNode;
}

const toldOf = <Value,>(answer: Answer<Value>, emptyText: Props<Value>['emptyText']) => {
  switch (answer.state) {
    case 'LOADING':
      return { tone: 'muted', words: CHART_WORDS.loading } as const;
    case 'REFUSED':
      return { tone: 'bad', words: CHART_WORDS.refused } as const;
    case 'FAILED':
      return { tone: 'bad', words: CHART_WORDS.failed } as const;
    case 'READY': {
      const empty = emptyText(answer.value);
      return empty && ({ tone: 'muted', words: empty } as const);
    }
  }
};

/** A chart with its heading and its table, in whichever state it is. */
export const ChartFrame = <Value,>({
  title,
  note,
  answer,
  again,
  emptyText,
  maxHeight,
  children,
}: Props<Value>): ReactNode => {
  const { language } = useSay();
  const look = PALETTES[useColorScheme() === 'dark' ? 'dark' : 'light'];
  const id = useId();
  const state = toldOf(answer, emptyText);
  const told: Told | null = state && { tone: state.tone, text: state.words[language] };
  const isCounting = answer.state === 'LOADING';
  const value = answer.state === 'READY' ? answer.value : null;
  const hasTable = isCounting || (value !== null && !emptyText(value));
  return (
    <LookContext.Provider value={look}>
      <section aria-labelledby={id} aria-busy={isCounting} style={STYLES.root(look)}>
        <h2 id={id} style={STYLES.unseen}>
          {title[language]}
        </h2>
        <div style={{ display: 'grid', marginBottom: 8 }}>
          <p style={{ ...noteStyle(look), visibility: told ? 'hidden' : 'visible' }}>{note[language]}</p>
          <div style={SAME_PLACE}>
            <Message told={told} />
          </div>
        </div>
        {answer.state === 'FAILED' && <Button onClick={again}>{CHART_WORDS.retry[language]}</Button>}
        {hasTable && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a table larger than its place is scrolled by keyboard too
          <section aria-labelledby={id} tabIndex={0} style={{ overflow: 'auto', maxHeight }}>
            {children(value)}
          </section>
        )}
      </section>
    </LookContext.Provider>
  );
};
