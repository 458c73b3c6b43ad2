import { type ReactNode, useState } from 'react';
import { closeSidePanel, useColorScheme } from 'twenty-sdk/front-component';
import { LookContext, PALETTES, STYLES } from '../look.ts';
import { Message, type Told } from '../parts/message.tsx';
import { useSubject } from '../subject.ts';
import { useSay } from '../use-say.ts';
import type { Say, WordKey } from '../words.ts';
import { outcomeText, runOnSelection, type Work } from './run-on-selection.ts';

interface FormProps {
  readonly say: Say;
  readonly isBusy: boolean;
  readonly send: (work: Work) => void;
  readonly cancel: () => void;
}

interface Props {
  readonly title: WordKey;
  readonly children: (props: FormProps) => ReactNode;
}

/**
 * A form of the side panel that does something to the selected records. It closes when all is done; refusals stay on
 * the page, with what was typed.
 */
export const SelectionForm = ({ title, children }: Props): ReactNode => {
  const { say } = useSay();
  const subject = useSubject();
  const look = PALETTES[useColorScheme() === 'dark' ? 'dark' : 'light'];
  const [isBusy, setBusy] = useState(false);
  const [told, setTold] = useState<Told | null>(null);
  const count = subject.ids.length;

  const run = async (work: Work): Promise<void> => {
    setBusy(true);
    setTold({ tone: 'muted', text: say('working') });
    try {
      const outcome = await runOnSelection(subject, work, say);
      if (outcome && outcome.done === outcome.total) {
        await closeSidePanel();
        return;
      }
      const { line, reasons } = outcome
        ? outcomeText(outcome, work.verb, say)
        : { line: say(count === 0 ? 'noSelection' : 'wrongObject'), reasons: [] };
      setTold({ tone: 'bad', text: [line, ...reasons].join('\n') });
    } finally {
      setBusy(false);
    }
  };

  return (
    <LookContext.Provider value={look}>
      <section aria-label={say(title)} style={{ ...STYLES.root(look), ...STYLES.column }}>
        <p style={{ ...STYLES.plain, color: look.muted }}>
          {count === 1 ? say('selectedOne') : say('selected', { count })}
        </p>
        {children({ say, isBusy, send: (work) => void run(work), cancel: () => void closeSidePanel() })}
        <Message told={told} />
      </section>
    </LookContext.Provider>
  );
};
