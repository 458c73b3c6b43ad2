import { computedSizeOf } from '../judgement/rules/customer.ts';
import { asList, asMoney, asNumber, asText, type Value, type Values } from '../judgement/values.ts';
import { creditSignalOf } from '../run/credit-signal-of.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { type Run, textOrNull } from '../run/run.ts';
import { nodesOf } from '../run/values-of.ts';
import { signedAtOf } from '../stages/signed-at.ts';
import type { Step } from '../subject/step.ts';
import { amountText } from './add-up.ts';
import { cooperationHistory, type Deal } from './cooperation-history.ts';
import { itemName } from './item-name.ts';
import { signedOn } from './signed-on.ts';

const dealOf = (run: Run, record: TwentyRecord): Deal => ({
  stage: asText(record.tagStage as Value),
  outcome: textOrNull(record.tagOutcome),
  signedOn: signedOn(run, record, signedAtOf(record)),
  amount: asMoney(record.amount as Value),
  // What was bought stays bought when the product is deleted: the item bears its name.
  products: nodesOf(record.tagItems).flatMap((item) => itemName(item) || asText(item.name as Value) || []),
});

const derivedTags = (
  run: Run,
  record: TwentyRecord,
  values: Values,
  deals: readonly TwentyRecord[],
): Readonly<Record<string, Value>> => {
  const history = cooperationHistory(
    deals.map((deal) => dealOf(run, deal)),
    {
      cooperations: asNumber(values.tagOpeningCooperations),
      amount: asMoney(values.tagOpeningAmount),
      since: textOrNull(values.tagOpeningSince),
      products: asList(values.tagOpeningProducts)
        .map(asText)
        .filter((name) => name !== ''),
    },
  );
  return {
    tagComputedSize: computedSizeOf(values),
    tagCreditSignal: creditSignalOf(run, record),
    tagFirstCooperationDate: history.firstDate,
    tagCooperationCount: history.count,
    tagTransactionAmount: history.amount ?? { amountMicros: null, currencyCode: null },
    tagTransactionLeftOut: history.leftOut.map(amountText),
    tagPurchasedProducts: history.products,
  };
};

/** Computes the tags of a customer that follow from other records (2.1.11, 2.1.19–2.1.23). */
export const derivedStep: Step = {
  follow: (run, { object, record, values, beside }) => {
    if (object !== 'company') return {};
    const fields = derivedTags(run, record, values, beside.deals);
    return { subject: { values: { ...values, ...fields } }, fields };
  },
};
