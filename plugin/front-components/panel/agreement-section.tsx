import { type ReactNode, useRef, useState } from 'react';
import type { Panel, PanelAgreement, PanelOffer } from '../../../workflows/panel/panel.ts';
import type { ActAnswer } from '../../../workflows/requests/answers.ts';
import { showDate } from '../dates.ts';
import { STYLES, type Tone, useLook } from '../look.ts';
import { Button } from '../parts/button.tsx';
import { Message, type Told } from '../parts/message.tsx';
import { Tag } from '../parts/tag.tsx';
import { failureText, postRoute } from '../route-client.ts';
import type { Say } from '../words.ts';

interface Props {
  readonly panel: Panel;
  readonly agreement: PanelAgreement;
  readonly say: Say;
  /** Something was done: the panel has to be read anew. */
  readonly onReload: () => void;
}

const TONES: Readonly<Record<string, Tone>> = { VALID: 'good', EXPIRING: 'warn', DRAFT: 'warn' };

/** How the agreement stands, and what follows where none is in force. */
const Standing = ({ panel, agreement, say }: Omit<Props, 'onReload'>): ReactNode => {
  const look = useLook();
  const { state, label, until, isInForce, isWithheld, withheldFrom } = agreement;
  const { language } = panel;
  return (
    <>
      <div style={STYLES.row}>
        <Tag tone={TONES[state] ?? 'bad'}>{label}</Tag>
        {isInForce && (
          <span style={{ color: look.muted }}>
            {until ? say('agreementUntil', { date: showDate(until, language) }) : say('agreementOpen')}
          </span>
        )}
      </div>
      {isWithheld && <p style={STYLES.plain}>{say('agreementWithheld')}</p>}
      {!isInForce && !isWithheld && withheldFrom && (
        <p style={STYLES.plain}>{say('agreementDue', { date: showDate(withheldFrom, language) })}</p>
      )}
    </>
  );
};

/**
 * The confidentiality agreement of a member (6.3.1). What waits for the member's acknowledgement is shown to them with
 * what it says, and with the button by which they alone give it (6.3.5).
 */
export const AgreementSection = ({ panel, agreement, say, onReload }: Props): ReactNode => {
  const [isBusy, setBusy] = useState(false);
  const [told, setTold] = useState<Told | null>(null);
  const message = useRef<HTMLDivElement>(null);
  const { language } = panel;

  const acknowledge = async ({ id, terms }: PanelOffer): Promise<void> => {
    setBusy(true);
    setTold({ tone: 'muted', text: say('working') });
    try {
      const body = { id: panel.id, agreementId: id, terms };
      const { results } = await postRoute<ActAnswer>('acknowledge', body);
      const [result] = results;
      if (result?.isDone) {
        setTold({ tone: 'good', text: say('acknowledged') });
        onReload();
        // The button goes away with what it was for, and would take the focus with it.
        message.current?.focus();
      } else setTold({ tone: 'bad', text: say('refused', { reason: result?.reason ?? '' }) });
    } catch (error) {
      setTold({ tone: 'bad', text: say('refused', { reason: failureText(error, say) }) });
    } finally {
      setBusy(false);
    }
  };

  return (
    <div style={STYLES.column}>
      <Standing panel={panel} agreement={agreement} say={say} />
      {agreement.offers.map((offer) => (
        <div key={offer.id} style={STYLES.column}>
          <p style={STYLES.plain}>
            {say(offer.until ? 'agreementOfUntil' : 'agreementOf', {
              date: showDate(offer.signedOn, language),
              until: offer.until ? showDate(offer.until, language) : '',
            })}
          </p>
          <ul style={{ ...STYLES.plain, paddingInlineStart: 20 }}>
            {offer.clauses.map((clause) => (
              <li key={clause}>{clause}</li>
            ))}
          </ul>
          <div>
            <Button isMain isDisabled={isBusy} onClick={() => void acknowledge(offer)}>
              {say('acknowledge')}
            </Button>
          </div>
        </div>
      ))}
      {(agreement.offers.length > 0 || told) && <Message told={told} messageRef={message} />}
    </div>
  );
};
