import { type AgreementStatus, LIABILITY_CLAUSES } from '../../objects/taxonomy/tag-agreement.ts';
import { isObject, kept } from '../memory/slice.ts';
import type { Acknowledgement } from '../run/acknowledgement.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { idOf, type Run, textOrNull, writtenBy } from '../run/run.ts';
import { type AgreementMemory, agreementMemory } from './agreement-memory.ts';
import type { Holder } from './holder-of.ts';
import { type AcknowledgementJudgement, judgeAcknowledgement } from './judge-acknowledgement.ts';
import { isComplete, judgeAgreement, lastDayOf } from './judge-agreement.ts';
import { clausesIn, dateIn, termsOf } from './terms.ts';

/** How one agreement of a member stands. */
export interface AgreementStand {
  readonly agreement: TwentyRecord;
  readonly id: string;
  readonly terms: string;
  readonly status: AgreementStatus;
  readonly endsOn: string | null;
  readonly acknowledgement: AcknowledgementJudgement;
  /** All is there but the member's acknowledgement. */
  readonly isAwaited: boolean;
  readonly coversLiability: boolean;
  readonly memory: AgreementMemory;
}

/** Since when the member has another post than the one they signed for. */
const postChangeOf = ({ post, postChangedOn }: AgreementMemory, now: string | null, today: string): string | null =>
  post === undefined || now === null || post === now ? null : (postChangedOn ?? today);

/** Judges one agreement of a member, with what is known of who wrote its acknowledgement. */
export const standOf = (
  { settings, today, acknowledgements }: Pick<Run, 'settings' | 'today' | 'acknowledgements'>,
  { user, post }: Holder,
  agreement: TwentyRecord,
): AgreementStand => {
  const id = idOf(agreement);
  const memory = agreementMemory(isObject(agreement.memory) ? agreement.memory : {});
  const terms = termsOf(agreement);
  const told: readonly Acknowledgement[] = acknowledgements.get(id) ?? [];
  const acknowledgement = judgeAcknowledgement({
    value: textOrNull(agreement.acknowledgedAt),
    accepted: memory.acknowledged,
    terms,
    user,
    told,
    lastWriter: writtenBy(agreement)?.by ?? null,
  });
  const postChangedOn = postChangeOf(memory, post, today);
  const clauses = clausesIn(agreement);
  const facts = {
    signedOn: dateIn(agreement.signedOn),
    endsOn: lastDayOf(dateIn(agreement.validUntil), postChangedOn, settings.agreementNoticeDays),
    clauses,
    isAcknowledged: acknowledgement.accepted !== undefined,
  };
  const status = judgeAgreement(facts, today, settings.agreementNoticeDays);
  const isInForce = status === 'VALID' || status === 'EXPIRING';
  return {
    agreement,
    id,
    terms,
    status,
    endsOn: facts.endsOn,
    acknowledgement,
    isAwaited: status === 'DRAFT' && isComplete(facts, today) && !facts.isAcknowledged,
    coversLiability: LIABILITY_CLAUSES.every((clause) => clauses.includes(clause)),
    memory: kept({
      acknowledged: acknowledgement.accepted,
      post: memory.post ?? (isInForce && post !== null ? post : undefined),
      postChangedOn: postChangedOn ?? undefined,
    }),
  };
};
