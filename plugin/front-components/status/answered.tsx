import type { ReactNode } from 'react';
import { Button } from '../parts/button.tsx';
import { Message } from '../parts/message.tsx';
import type { Answer } from '../use-answer.ts';
import { useSay } from '../use-say.ts';
import { STATUS_WORDS } from './status-words.ts';

interface Props<Value> {
  readonly answer: Answer<Value>;
  readonly again: () => void;
  readonly children: (value: Value) => ReactNode;
}

/** What was looked up, or why it is not there. */
export const Answered = <Value,>({ answer, again, children }: Props<Value>): ReactNode => {
  const { language } = useSay();
  switch (answer.state) {
    case 'LOADING':
      return null;
    case 'READY':
      return children(answer.value);
    case 'REFUSED':
      return <Message told={{ tone: 'muted', text: STATUS_WORDS.refused[language] }} />;
    case 'FAILED':
      return (
        <>
          <Message told={{ tone: 'bad', text: STATUS_WORDS.failed[language] }} />
          <Button onClick={again}>{STATUS_WORDS.retry[language]}</Button>
        </>
      );
  }
};
