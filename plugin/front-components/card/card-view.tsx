import type { ReactNode } from 'react';
import type { Card, CardRisk, CardSection } from '../../../workflows/panel/card.ts';
import type { PanelGap } from '../../../workflows/panel/panel.ts';
import { showDate, showInstant } from '../dates.ts';
import { STYLES, type Tone, useLook } from '../look.ts';
import { GapList } from '../panel/gap-list.tsx';
import { Line } from '../parts/line.tsx';
import { Section } from '../parts/section.tsx';
import { Tag } from '../parts/tag.tsx';
import type { Say } from '../words.ts';
import { CardLines } from './card-lines.tsx';
import { OfferTable } from './offer-table.tsx';
import { SCREEN_ONLY } from './print-style.tsx';
import type { SayCard } from './use-card.ts';

const SIGNAL_TONES: Readonly<Record<string, Tone>> = { OK: 'good', CAUTION: 'warn', STOP: 'bad' };
const FEASIBILITY_TONES: Readonly<Record<string, Tone>> = { HIGH: 'good', MEDIUM: 'warn', LOW: 'bad' };

interface Props {
  readonly card: Card;
  readonly say: SayCard;
  /** The words that the card shares with the panel. */
  readonly sayPanel: Say;
}

/** The deal in a line each, what is decided about. */
const Facts = ({ card, say }: Pick<Props, 'card' | 'say'>): ReactNode => {
  const { customer, owner, stage, outcome, amount, closeDate, followUp, language } = card;
  const due = followUp && showDate(followUp.date, language);
  const facts: readonly (readonly [string, string])[] = [
    [say('customer'), customer],
    [say('stage'), `${stage} · ${outcome}`],
    [say('amount'), amount],
    [say('closeDate'), closeDate ? showDate(closeDate, language) : ''],
    [say('owner'), owner],
    [say('followUp'), due ? (followUp.isOverdue ? say('overdue', { date: due }) : due) : ''],
  ];
  return <CardLines lines={facts.map(([label, text]) => ({ tag: label, label, text, isWithheld: false }))} say={say} />;
};

const RiskList = ({ risks, say }: { readonly risks: readonly CardRisk[]; readonly say: SayCard }): ReactNode => {
  const look = useLook();
  if (risks.length === 0)
    return (
      <Line icon="check" tone="good">
        {say('noRisks')}
      </Line>
    );
  return (
    <ul style={STYLES.list}>
      {risks.map(({ value, weight, label, meaning, clause }) => (
        <li key={value}>
          <Line icon={weight === 'GRAVE' ? 'cross' : 'warning'} tone={weight === 'GRAVE' ? 'bad' : 'warn'}>
            <strong style={{ fontWeight: 600 }}>
              {say(weight === 'GRAVE' ? 'grave' : 'slight')} · {label}
            </strong>
            <div style={{ color: look.muted }}>
              {meaning}
              {say('clause', { clause })}
            </div>
          </Line>
        </li>
      ))}
    </ul>
  );
};

const Gaps = ({
  gaps,
  nothing,
  isNext,
  sayPanel,
}: {
  readonly gaps: readonly PanelGap[];
  readonly nothing: string;
  readonly isNext?: boolean;
  readonly sayPanel: Say;
}): ReactNode =>
  gaps.length > 0 ? (
    <GapList gaps={gaps} isNext={isNext === true} say={sayPanel} />
  ) : (
    <Line icon="check" tone="good">
      {nothing}
    </Line>
  );

/** The parts that are read side by side, where there is room for two. */
const SIDE_BY_SIDE = {
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(min(280px, 100%), 1fr))',
  gap: '12px 24px',
} as const;

/** What a manager decides by: the verdicts first, then what they rest on, last what the next stage lacks. */
export const CardView = ({ card, say, sayPanel }: Props): ReactNode => {
  const look = useLook();
  const { name, signal, feasibility, risks, sections, offers, budget, stage, nextStage, missing, missingNext } = card;
  const part = (wanted: CardSection): ReactNode => (
    <Section title={say(wanted)}>
      <CardLines lines={sections.find(({ section }) => section === wanted)?.lines ?? []} say={say} />
    </Section>
  );
  return (
    <div style={STYLES.column}>
      <header>
        <h2 style={{ margin: '0 0 6px', fontSize: 16, fontWeight: 600 }}>{name}</h2>
        <div style={STYLES.row}>
          {feasibility && (
            <Tag tone={FEASIBILITY_TONES[feasibility.value] ?? 'muted'}>
              {say('feasibility', { label: feasibility.label })}
            </Tag>
          )}
          <Tag tone={SIGNAL_TONES[signal.value] ?? 'muted'}>{say('signal', { label: signal.label })}</Tag>
        </div>
      </header>
      <Facts card={card} say={say} />
      {card.isUnbound && (
        <Line icon="warning" tone="warn">
          {say('unbound')}
        </Line>
      )}
      <Section title={say('risks')}>
        <RiskList risks={risks} say={say} />
      </Section>
      <div style={SIDE_BY_SIDE}>
        {part('NEEDS')}
        <Section title={say('offer')}>
          <OfferTable offers={offers} say={say} />
          {budget && (
            <Line icon={budget === 'WITHIN' ? 'check' : 'warning'} tone={budget === 'OVER' ? 'bad' : 'good'}>
              {say(budget)}
            </Line>
          )}
        </Section>
        {part('CUSTOMER')}
        {part('COMPETITION')}
        {part('HISTORY')}
        {part('CREDIT')}
      </div>
      <Section title={say('missing', { stage })}>
        <Gaps gaps={missing} nothing={say('nothingMissing')} sayPanel={sayPanel} />
      </Section>
      {nextStage && (
        <Section title={say('missingNext', { stage: nextStage })}>
          <Gaps gaps={missingNext} isNext nothing={say('nothingNeeded', { stage: nextStage })} sayPanel={sayPanel} />
        </Section>
      )}
      <footer style={{ color: look.muted }}>
        <span>{say('asOf', { at: showInstant(card.at, card.language, card.timeZone) })}</span>
        <span className={SCREEN_ONLY}> · {say('print')}</span>
      </footer>
    </div>
  );
};
