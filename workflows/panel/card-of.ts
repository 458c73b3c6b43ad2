import type { TagFacts } from '../../objects/taxonomy/facts.ts';
import { optionMeanings } from '../../objects/taxonomy/option-meanings.ts';
import { RISKS } from '../../objects/taxonomy/risks.ts';
import type { Language } from '../../objects/taxonomy/types.ts';
import { type Terms, termWordOf } from '../judgement/terms.ts';
import { asList, asMoney, type Value } from '../judgement/values.ts';
import { besideOf } from '../pipeline/beside.ts';
import { planRun } from '../pipeline/plan-run.ts';
import { standingOf } from '../pipeline/standing.ts';
import { type PlanInput, startRun } from '../pipeline/start-run.ts';
import { judgeBudget } from '../risks/judge-budget.ts';
import { creditOf } from '../run/credit-of.ts';
import { creditSignalOf } from '../run/credit-signal-of.ts';
import { optionLabel, tagLabel } from '../run/labels.ts';
import { personName } from '../run/person-name.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { idOf, nameOf, type Run, textOrNull } from '../run/run.ts';
import { maySeeSensitive } from '../run/sensitive-access.ts';
import { LIVE_OUTCOMES, stageOf } from '../run/snapshot.ts';
import { nodesOf, valuesOf } from '../run/values-of.ts';
import { CARD_SECTIONS, type Card, type CardLine, type CardOffer, type CardRisk, type CardSection } from './card.ts';
import { CARD_TAGS } from './card-tags.ts';
import { gapsAt, newGaps, stageAfter } from './gaps.ts';
import type { PanelChoice } from './panel.ts';
import { moneyText, numberText, valueText } from './value-text.ts';

/** An opportunity as whoever looks may see it, part by part; null where they may not. */
export interface CardFacts {
  readonly deal: TwentyRecord | null;
  readonly customer: TwentyRecord | null;
  readonly offers: TwentyRecord | null;
  readonly sensitiveDeal: TwentyRecord | null;
  readonly sensitiveCustomer: TwentyRecord | null;
  readonly credits: TwentyRecord | null;
}

/** The same for somebody without a confidentiality agreement, whatever their role lets them see (6.3.1). */
const withoutSensitive = (facts: CardFacts): CardFacts => ({
  ...facts,
  sensitiveDeal: null,
  sensitiveCustomer: null,
  credits: null,
});

const companyOf = (deal: TwentyRecord | null): TwentyRecord | null => (deal?.company ?? null) as TwentyRecord | null;

/** Where the values of a tag come from, and whether whoever looks may see them. */
const sourceOf = (facts: CardFacts, { object, sensitive }: TagFacts): { may: boolean; record: TwentyRecord | null } => {
  if (object === 'tagCredit') {
    const customer = companyOf(facts.credits);
    return { may: facts.credits !== null, record: customer && creditOf(nodesOf(customer.tagCredits)) };
  }
  if (object === 'opportunity') {
    const part = sensitive ? facts.sensitiveDeal : facts.deal;
    return { may: part !== null, record: part };
  }
  const part = sensitive ? facts.sensitiveCustomer : facts.customer;
  return { may: part !== null, record: companyOf(part) };
};

const valueIn = (record: TwentyRecord | null, tag: TagFacts): Value => {
  const contact = (record?.tagKeyContact ?? null) as TwentyRecord | null;
  return (tag.via?.object === 'person' ? contact?.[tag.via.field] : record?.[tag.name]) as Value;
};

const lineOf = (facts: CardFacts, tag: TagFacts, terms: Terms, language: Language): CardLine => {
  const { may, record } = sourceOf(facts, tag);
  return {
    tag: tag.name,
    label: tagLabel(tag.object, tag.name, language),
    text: may ? valueText(tag, valueIn(record, tag), language, termWordOf(terms, tag, record)) : '',
    isWithheld: !may,
  };
};

const offersOf = ({ offers }: CardFacts, language: Language): readonly CardOffer[] =>
  nodesOf(offers?.tagItems).map((item) => ({
    id: idOf(item),
    name: textOrNull(item.name) ?? '',
    quantity: numberText(item.quantity as Value, language),
    amount: moneyText(item.amount as Value, language),
  }));

const risksOf = (value: unknown, language: Language): readonly CardRisk[] => {
  const standing = new Set(asList(value as Value));
  return RISKS.filter((risk) => standing.has(risk.value)).map((risk) => ({
    ...risk,
    label: optionLabel('opportunity', 'tagRisks', risk.value, language),
    meaning: optionMeanings['opportunity.tagRisks']?.[risk.value]?.[language] ?? '',
  }));
};

const choiceOf = (object: string, tag: string, value: string, language: Language): PanelChoice => ({
  value,
  label: optionLabel(object, tag, value, language),
});

const dayOf = (run: Run, instant: unknown): string | null => {
  const text = textOrNull(instant);
  return text && run.calendar.dateOf(text);
};

/**
 * The decision card of an opportunity as it stands now, judged anew but not written. What is judged may be known to
 * everybody; values of tags come from what whoever looks may see. Pure. Undefined when the record is not among those read.
 */
export const cardOf = (
  read: PlanInput,
  id: string,
  viewer: { readonly id: string; readonly language: Language },
  told: CardFacts,
): Card | undefined => {
  const { language } = viewer;
  const input = { ...read, settings: { ...read.settings, noticeLanguage: language } };
  const record = standingOf(input.snapshot, planRun(input), 'opportunity', id);
  if (!record) return undefined;
  const run = startRun(input);
  const isBound = maySeeSensitive(run, viewer.id, true);
  const facts = isBound ? told : withoutSensitive(told);
  const values = valuesOf('opportunity', record, besideOf(input.snapshot)('opportunity', record).items);
  const stage = stageOf(record.tagStage);
  const next = LIVE_OUTCOMES.has(record.tagOutcome) ? stageAfter(stage) : null;
  const missing = gapsAt(run, 'opportunity', record, values, stage, language);
  const customer = companyOf(record);
  const signal = customer ? creditSignalOf(run, customer) : 'UNKNOWN';
  const feasibility = textOrNull(record.tagFeasibility);
  const followUp = textOrNull(record.tagNextFollowUpOn);
  const budget = companyOf(facts.sensitiveCustomer);
  const ofStage = (value: string) => optionLabel('opportunity', 'tagStage', value, language);
  const linesOf = (section: CardSection) => CARD_TAGS[section].map((tag) => lineOf(facts, tag, run.terms, language));
  return {
    id,
    language,
    timeZone: run.settings.timeZone,
    at: run.now.toISOString(),
    name: nameOf('opportunity', record),
    customer: textOrNull(companyOf(facts.customer)?.name) ?? '',
    owner: personName((facts.deal?.owner as TwentyRecord | null | undefined)?.name),
    stage: ofStage(stage),
    outcome: optionLabel('opportunity', 'tagOutcome', textOrNull(record.tagOutcome) ?? 'OPEN', language),
    amount: moneyText(facts.deal?.amount as Value, language),
    closeDate: dayOf(run, facts.deal?.closeDate),
    nextStage: next && ofStage(next),
    signal: choiceOf('company', 'tagCreditSignal', signal, language),
    feasibility: feasibility === null ? null : choiceOf('opportunity', 'tagFeasibility', feasibility, language),
    followUp: followUp === null ? null : { date: followUp, isOverdue: followUp < run.today },
    risks: risksOf(record.tagRisks, language),
    isUnbound: !isBound,
    sections: CARD_SECTIONS.map((section) => ({ section, lines: linesOf(section) })),
    offers: offersOf(facts, language),
    budget: judgeBudget(
      asMoney(facts.deal?.amount as Value),
      asMoney(budget?.tagBudgetMin as Value),
      asMoney(budget?.tagBudgetMax as Value),
    ),
    missing,
    missingNext: next ? newGaps(missing, gapsAt(run, 'opportunity', record, values, next, language)) : [],
  };
};
