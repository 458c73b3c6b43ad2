import { together } from '../run/consequences.ts';
import { differenceOf } from '../run/difference.ts';
import { idOf, type Run, textOrNull } from '../run/run.ts';
import type { Step } from '../subject/step.ts';
import { agreementFacts } from './agreement-facts.ts';
import { agreementMatters, breachMatters } from './agreement-matters.ts';
import { followIncident } from './follow-incident.ts';
import { type Holder, holderOf } from './holder-of.ts';
import type { AcknowledgementJudgement } from './judge-acknowledgement.ts';
import { type AgreementStand, standOf } from './stand-of.ts';
import { stateOf } from './state-of.ts';
import { dateIn } from './terms.ts';

const isGiven = ({ verdict }: AcknowledgementJudgement): boolean => verdict === 'GIVEN';

/** What is written of one agreement: an acknowledgement that was given too, as through the panel. */
const patchesOf = (
  { name }: Holder,
  { agreement, status, endsOn, coversLiability, memory, acknowledgement }: AgreementStand,
) => {
  const wanted = {
    name: [name, dateIn(agreement.signedOn)].filter(Boolean).join(' · '),
    status,
    endsOn,
    coversLiability,
    memory: Object.keys(memory).length > 0 ? memory : null,
    ...(isGiven(acknowledgement) ? { acknowledgedAt: acknowledgement.accepted?.at } : {}),
  };
  return differenceOf({ ...agreement, endsOn: dateIn(agreement.endsOn) }, wanted) ?? [];
};

/** The acknowledgement as it is accepted, where the record says otherwise. */
const putBackOf = ({ agreement, acknowledgement }: AgreementStand) => {
  const acknowledgedAt = acknowledgement.accepted?.at ?? null;
  if (isGiven(acknowledgement) || !differenceOf(agreement, { acknowledgedAt })) return [];
  const updatedAt = textOrNull(agreement.updatedAt);
  return { object: 'tagAgreement', id: idOf(agreement), updatedAt, fields: { acknowledgedAt } };
};

/**
 * Keeps the confidentiality agreements of a member, and how the member stands by them: which are in force, who has
 * acknowledged theirs, and what of it is to be done (6.3.1–6.3.5, A25). All of it follows from the records.
 */
export const agreementStep: Step = {
  follow: (run: Run, subject) => {
    const { object, id, record, values, beside } = subject;
    if (object !== 'tagMember') return {};
    const holder = holderOf(record);
    const stands = beside.agreements.map((agreement) => standOf(run, holder, agreement));
    const member = stateOf(stands);
    const fields = { agreementState: member.state, agreementUntil: member.until };
    const readsSensitive = record.readsSensitive === true;
    const ofAgreements = {
      facts: stands.flatMap((stand) => agreementFacts(run, { id, holder }, stand)),
      patches: { tagAgreement: stands.flatMap((stand) => patchesOf(holder, stand)) },
      putBack: stands.flatMap(putBackOf),
    };
    return {
      ...together([ofAgreements, ...beside.incidents.map((incident) => followIncident(run, incident))]),
      subject: { values: { ...values, ...fields } },
      fields,
      matters: [
        ...agreementMatters(run, { holder, member, stands, readsSensitive }),
        ...breachMatters(run, holder, beside.incidents),
      ],
    };
  },
};
