import { agreementClauses } from '../../objects/taxonomy/tag-agreement.ts';
import type { Language } from '../../objects/taxonomy/types.ts';
import { holderOf } from '../agreements/holder-of.ts';
import { type AgreementStand, standOf } from '../agreements/stand-of.ts';
import { clausesIn, dateIn } from '../agreements/terms.ts';
import { optionLabel } from '../run/labels.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { type Run, textOrNull } from '../run/run.ts';
import { isBound } from '../run/sensitive-access.ts';
import type { PanelAgreement, PanelOffer } from './panel.ts';

const offerOf = ({ id, terms, agreement }: AgreementStand, language: Language): PanelOffer => {
  const said = clausesIn(agreement);
  return {
    id,
    terms,
    signedOn: dateIn(agreement.signedOn) ?? '',
    until: dateIn(agreement.validUntil),
    clauses: agreementClauses.filter(({ value }) => said.includes(value)).map(({ label }) => label[language]),
  };
};

/**
 * What the panel of a profile tells of the member's confidentiality agreement (6.3.1): to everybody how it stands, to the
 * member alone what they are to acknowledge (6.3.5).
 */
export const agreementPart = (
  run: Run,
  record: TwentyRecord,
  agreements: readonly TwentyRecord[],
  viewer: { readonly id: string; readonly language: Language },
): PanelAgreement | null => {
  const holder = holderOf(record);
  if (holder.user === null) return null;
  const state = textOrNull(record.agreementState) ?? 'NONE';
  const awaited =
    viewer.id === holder.user
      ? agreements.map((agreement) => standOf(run, holder, agreement)).filter(({ isAwaited }) => isAwaited)
      : [];
  const isInForce = isBound(record, run.today);
  return {
    state,
    label: optionLabel('tagMember', 'agreementState', state, viewer.language),
    until: dateIn(record.agreementUntil),
    isInForce,
    withheldFrom: isInForce ? null : run.agreementsFrom,
    isWithheld: !isInForce && run.agreementsFrom !== null && run.agreementsFrom <= run.today,
    offers: awaited.map((stand) => offerOf(stand, viewer.language)),
  };
};
