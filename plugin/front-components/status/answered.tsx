import type { ReactNode } from 'react';
import { Button } from '../parts/button.tsx';
import { Message } from '../parts/message.tsx';
import type { Answer } from '../use-answer.ts';
import { useSay } from '../use-say.ts';
import { STATUS_WORDS } from './status-words.ts';

interface Props<Value> {
  readonly answer: Answer<Value>;
  readonly again: () => void;
  /** Room the value takes, kept while it is looked up. */
  readonly height: number;
  readonly children: (value: Value) => ReactNode;
}

/** What was looked up, or how far that is. */
export const Answered = <Value,>({ answer, again, height, children }: Props<Value>): ReactNode => {
  const { language } = useSay();
  return (
    <div aria-busy={answer.state === 'LOADING'} style={{ minHeight: height }}>
      {answer.state === 'LOADING' && <Message told={{ tone: 'muted', text: STATUS_WORDS.loading[language] }} />}
      {answer.state === 'REFUSED' && <Message told={{ tone: 'muted', text: STATUS_WORDS.refused[language] }} />}
      {answer.state === 'FAILED' && (
        <>
          <Message told={{ tone: 'bad', text: STATUS_WORDS.failed[language] }} />
          <Button onClick={again}>{STATUS_WORDS.retry[language]}</Button>
        </>
      )}
      {answer.state === 'READY' && children(answer.value)}
    </div>
  );
};
