import { LANGUAGES, type Language } from '../objects/taxonomy/types.ts';
import { type SettingEntry, settingEntries } from './setting-entries.ts';

export type Enforcement = 'FLAG' | 'REVERT';
export type Cadence = 'WEEK' | 'MONTH' | 'QUARTER';
export type ProductCadence = 'NONE' | 'QUARTER' | 'HALF_YEAR';

/** The settings as the rules take them. */
export interface Settings {
  readonly timeZone: string;
  /** `24:00`, or the close of business as `HH:mm`. */
  readonly dayEndsAt: string;
  readonly enforcement: Enforcement;
  /** Of everything that is stored in words; whoever is answered is spoken to in their own. */
  readonly noticeLanguage: Language;
  readonly customerChangeDays: number;
  readonly productChangeDays: number;
  readonly otherChangeDays: number;
  readonly correctionDays: number;
  readonly completionDays: number;
  /** Records let in without an entry of tags, that a person is asked to complete in a day; none for 0. */
  readonly completionsADay: number;
  /** Percent of what need not be reviewed that is reviewed all the same. */
  readonly reviewSample: number;
  readonly customerCheck: Cadence;
  readonly opportunityCheck: Cadence;
  readonly afterSalesCheck: Cadence;
  readonly memberCheck: Cadence;
  readonly productCheck: ProductCadence;
  readonly checkDueDays: number;
  readonly creditWindowMonths: number;
  /** What each of the five rates of an assessment weighs, in their order; 100 together. */
  readonly assessmentWeights: readonly number[];
  /** From which score on an assessment is excellent, good, passed. */
  readonly assessmentGrades: readonly number[];
  /** Working days after its confirmation within which a member may appeal against an assessment. */
  readonly appealDays: number;
  /** Days before its end from which on an agreement is to be renewed; and those within which it is, after a change of post. */
  readonly agreementNoticeDays: number;
  /** Days after the introduction in which nobody needs an agreement yet. */
  readonly agreementGraceDays: number;
  /** Records of each kind of each member that a month's inspection draws; 0 draws none. */
  readonly inspectionSample: number;
  /** Working days within which a rectification notice is answered. */
  readonly rectificationDays: number;
  /** Whether nothing is judged for now, as while a backup is restored: what is written then stands as it was kept. */
  readonly isPaused: boolean;
  /** Days from one full backup to the next, and from one of any kind; 0 asks for none. */
  readonly backupFullDays: number;
  readonly backupDays: number;
}

/** A setting that could not be used, and the default that stands in for it. */
export interface SettingFault {
  readonly name: string;
  readonly value: string;
  readonly used: string;
}

const entries = new Map<string, SettingEntry>(settingEntries.map((entry) => [entry.name, entry]));

const isTimeZone = (value: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
};
const isDayEnd = (value: string): boolean => value === '24:00' || /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value);
/** A number of days, or of months. */
const isDays = (value: string): boolean => /^\d{1,3}$/.test(value);
/** Numbers between slashes, such as 30/30/20/10/10. */
const numbersIn = (value: string): readonly number[] => value.split('/').map((part) => Number(part.trim()));
const areNumbers = (value: string, count: number): boolean => {
  const parts = value.split('/').map((part) => part.trim());
  return parts.length === count && parts.every(isDays);
};
const areWeights = (value: string): boolean =>
  areNumbers(value, 5) && numbersIn(value).reduce((sum, weight) => sum + weight, 0) === 100;
/** Each below the one before it, and none above 100. */
const areGrades = (value: string): boolean =>
  areNumbers(value, 3) && numbersIn(value).every((from, at, all) => from <= 100 && from < (all[at - 1] ?? 101));

const acceptable = (name: string, value: string): boolean => {
  const options = entries.get(name)?.options;
  if (options) return options.includes(value);
  if (name === 'TIME_ZONE') return isTimeZone(value);
  if (name === 'DAY_ENDS_AT') return isDayEnd(value);
  if (name === 'ASSESSMENT_WEIGHTS') return areWeights(value);
  if (name === 'ASSESSMENT_GRADES') return areGrades(value);
  if (name === 'REVIEW_SAMPLE') return isDays(value) && Number(value) <= 100;
  return isDays(value);
};

/**
 * Reads the settings from application variables (which reach a hook as environment variables). A value that cannot
 * be used is replaced by the default and told of in `faults`: a typing error in a setting must not stop the policy.
 */
export const readSettings = (
  variables: Readonly<Record<string, string | undefined>>,
): { settings: Settings; faults: readonly SettingFault[] } => {
  const faults: SettingFault[] = [];
  const read = (name: string): string => {
    const fallback = entries.get(name)?.value ?? '';
    const value = variables[name]?.trim();
    if (value === undefined || value === '') return fallback;
    if (name === 'TIME_ZONE' && value === fallback) return value;
    if (acceptable(name, value)) return value;
    faults.push({ name, value, used: fallback });
    return fallback;
  };
  const language = read('NOTICE_LANGUAGE');
  return {
    settings: {
      timeZone: read('TIME_ZONE'),
      dayEndsAt: read('DAY_ENDS_AT'),
      enforcement: read('ENFORCEMENT') as Enforcement,
      noticeLanguage: LANGUAGES.find((candidate) => candidate === language) ?? 'en',
      customerChangeDays: Number(read('CUSTOMER_CHANGE_DAYS')),
      productChangeDays: Number(read('PRODUCT_CHANGE_DAYS')),
      otherChangeDays: Number(read('OTHER_CHANGE_DAYS')),
      correctionDays: Number(read('CORRECTION_DAYS')),
      completionDays: Number(read('COMPLETION_DAYS')),
      completionsADay: Number(read('COMPLETIONS_A_DAY')),
      reviewSample: Number(read('REVIEW_SAMPLE')),
      customerCheck: read('CUSTOMER_CHECK') as Cadence,
      opportunityCheck: read('OPPORTUNITY_CHECK') as Cadence,
      afterSalesCheck: read('AFTER_SALES_CHECK') as Cadence,
      memberCheck: read('MEMBER_CHECK') as Cadence,
      productCheck: read('PRODUCT_CHECK') as ProductCadence,
      checkDueDays: Number(read('CHECK_DUE_DAYS')),
      creditWindowMonths: Number(read('CREDIT_WINDOW_MONTHS')),
      assessmentWeights: numbersIn(read('ASSESSMENT_WEIGHTS')),
      assessmentGrades: numbersIn(read('ASSESSMENT_GRADES')),
      appealDays: Number(read('APPEAL_DAYS')),
      agreementNoticeDays: Number(read('AGREEMENT_NOTICE_DAYS')),
      agreementGraceDays: Number(read('AGREEMENT_GRACE_DAYS')),
      inspectionSample: Number(read('INSPECTION_SAMPLE')),
      rectificationDays: Number(read('RECTIFICATION_DAYS')),
      isPaused: read('JUDGEMENT') === 'PAUSED',
      backupFullDays: Number(read('BACKUP_FULL_DAYS')),
      backupDays: Number(read('BACKUP_DAYS')),
    },
    faults,
  };
};
