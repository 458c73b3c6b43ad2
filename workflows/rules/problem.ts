/** How bad a problem is: an ERROR keeps a record INCOMPLETE, a WARNING only informs (DESIGN: problems). */
export type Severity = 'ERROR' | 'WARNING';

/** What a rule may say of a name (3.1.8, 3.1.9). */
export const NAMING_CODES = [
  'NAME_VAGUE',
  'NAME_TOO_LONG',
  'NAME_TOO_SHORT',
  'NAME_DUPLICATE',
  'NAME_CONTROL_CHARACTER',
  'NAME_EMOJI',
  'NAME_PUNCTUATION',
  'NAME_ONLY_DIGITS',
  'NAME_VAGUE_PART',
  'NAME_MAY_BE_TWO',
  'NAME_NEAR_DUPLICATE',
  'NAME_SHORT_FORM',
] as const;

/** What a rule may say of a tag; words come from the catalogs, never from a rule. */
export const PROBLEM_CODES = [
  'REQUIRED_MISSING',
  'OPTION_UNKNOWN',
  'OTHER_UNNAMED',
  'TERM_ELSEWHERE',
  'TERM_UNDEFINED',
  'TERM_RETIRED',
  'TERM_WITHOUT_OTHER',
  'RATING_MODIFIER',
  'SEGMENT_NOT_IN_INDUSTRY',
  'SIZE_MISMATCH',
  'TYPE_SIZE_CONTRADICTION',
  'CREDIT_CODE_FORMAT',
  'CREDIT_CODE_CHECK',
  'CREDIT_CODE_INNER',
  'CREDIT_CODE_LICENCE',
  'CREDIT_CODE_ORGANISATION',
  'CREDIT_CODE_DUPLICATE',
  'TEXT_DAMAGED',
  'PHONE_INVALID',
  'EMAIL_INVALID',
  'CONTACT_ELSEWHERE',
  'BUDGET_RANGE',
  'BUDGET_CURRENCY',
  'OVERDUE_CONTRADICTION',
  'COOPERATION_CONTRADICTION',
  'CUSTOMER_DELETED',
  'DEAL_DUPLICATE',
  'COMPETITOR_CONTRADICTION',
  'COMPETITION_NOT_REVIEWED',
  'STAGE_GATE_UNMET',
  'STAGE_CREDIT_STOP',
  'STAGE_SKIPPED',
  'STAGE_BACK_WITHOUT_NOTE',
  'OUTCOME_BEFORE_SIGNED',
  'CLOSE_DATE_PASSED',
  'DATE_IN_FUTURE',
  'NEGATIVE_AMOUNT',
  'NOT_POSITIVE',
  'PERCENT_ABOVE_HUNDRED',
  'NOT_A_NUMBER',
  'NOT_A_WHOLE_NUMBER',
  'NOT_A_DATE',
  'NOT_A_BOOLEAN',
  'CURRENCY_UNKNOWN',
  'PERIOD_FORMAT',
  'TARGET_PERIOD_STALE',
  'AGREEMENT_MISSING',
  'REVIEWER_SKILLS_MISSING',
  'BASIS_MISSING',
  'SPECIAL_NEED_UNCONFIRMED',
  'VERIFICATION_DOUBTFUL',
  'VERIFICATION_MISSING',
  'SINGLE_CHANNEL',
  'TAG_RETIRED',
  'OPTION_RETIRED',
  'RULING_UNUSABLE',
  ...NAMING_CODES,
  'DEFINITION_MISSING',
  'DEFINITION_REPEATS_NAME',
] as const;

export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** Facts a message may show. Never the value of a sensitive tag (6.1.3). */
export type ProblemData = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** One coded judgement of one tag. `tag` is the API name of the tag, `clause` the policy clause it breaks. */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly tag: string;
  readonly clause: string;
  readonly data: ProblemData;
}
