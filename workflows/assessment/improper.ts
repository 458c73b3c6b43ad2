import { NAMING_CODES, type ProblemCode } from '../rules/problem.ts';

/** Problems by which a record is not in proper form (1.3.3, 3.2.7): faults of format, and of naming. */
export const IMPROPER: readonly ProblemCode[] = [
  'OPTION_UNKNOWN',
  'RATING_MODIFIER',
  'CREDIT_CODE_FORMAT',
  'CREDIT_CODE_CHECK',
  'CREDIT_CODE_INNER',
  'CREDIT_CODE_LICENCE',
  'CREDIT_CODE_ORGANISATION',
  'TEXT_DAMAGED',
  'PHONE_INVALID',
  'EMAIL_INVALID',
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
  ...NAMING_CODES,
];
