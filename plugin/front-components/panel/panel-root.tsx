import type { ReactNode } from 'react';
import { useColorScheme } from 'twenty-sdk/front-component';
import { LookContext, PALETTES, STYLES } from '../look.ts';
import { Button } from '../parts/button.tsx';
import { Message } from '../parts/message.tsx';
import { useCompleteSubject } from '../subject.ts';
import { useSay } from '../use-say.ts';
import { PanelView } from './panel-view.tsx';
import { usePanel } from './use-panel.ts';

/** Room for a panel of ordinary length, so that the fields below it do not jump when it comes. */
const RESERVED = 240;

/** The tag panel of the record that is open, in whichever state it is. */
export const PanelRoot = (): ReactNode => {
  const { say } = useSay();
  const subject = useCompleteSubject();
  const object = subject?.object ?? null;
  const id = subject?.ids.length === 1 ? (subject.ids[0] ?? null) : null;
  const { panel, isLoading, failure, reload, refresh, refreshIfOld } = usePanel(object, id, say);
  const look = PALETTES[useColorScheme() === 'dark' ? 'dark' : 'light'];
  const isNowhere = subject !== null && (!object || !id);
  return (
    <LookContext.Provider value={look}>
      <section
        aria-label={say('panel')}
        aria-busy={isLoading}
        onMouseEnter={refreshIfOld}
        onFocus={refreshIfOld}
        style={{ ...STYLES.root(look), minHeight: RESERVED }}
      >
        {isNowhere && <p style={STYLES.plain}>{say('noRecord')}</p>}
        {!isNowhere && !panel && !failure && <Message told={{ tone: 'muted', text: say('loading') }} />}
        {!panel && failure && (
          <div style={STYLES.column}>
            <Message told={{ tone: 'bad', text: say('failed', { reason: failure }) }} />
            <div>
              <Button isDisabled={isLoading} onClick={reload}>
                {say('retry')}
              </Button>
            </div>
          </div>
        )}
        {panel && (
          <PanelView key={panel.id} panel={panel} say={say} failure={failure} onReload={reload} onRefresh={refresh} />
        )}
      </section>
    </LookContext.Provider>
  );
};
