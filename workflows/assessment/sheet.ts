import type { GovernedObject, Language, ObjectName } from '../../objects/taxonomy/types.ts';
import { optionLabel } from '../run/labels.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { textOrNull } from '../run/run.ts';
import { DUTIES, type Duty, RATES, type RateName, type Share } from './counted.ts';
import { sharedWeights } from './score.ts';

/** A rate as people read it. */
export interface SheetRate extends Share {
  readonly name: RateName;
  /** In percent; null where nothing was judged. */
  readonly percent: number | null;
  /** What it weighs, and what it bears where others were not judged: in percent. */
  readonly weight: number;
  readonly borne: number;
  /** Of the timeliness, duty by duty: those of which something fell due. */
  readonly duties: readonly (Share & { readonly duty: Duty })[];
}

/** What whoever looks may do now. */
export interface SheetRights {
  readonly confirm: boolean;
  readonly appeal: boolean;
  readonly decide: boolean;
}

/** A line behind a rate: what counted against it. */
export interface Behind {
  readonly id: string;
  readonly label: string;
  readonly record: string;
  /** The last day, `YYYY-MM-DD`, or when it happened, ISO 8601. */
  readonly dueOn: string | null;
  readonly at: string | null;
  readonly byDiscovery: boolean;
  /** Where it leads. */
  readonly target: { readonly object: ObjectName; readonly id: string } | null;
}

/** A record behind completeness or propriety, as it stands now. */
export interface RecordBehind {
  readonly object: GovernedObject;
  readonly id: string;
  readonly name: string;
  /** In percent. */
  readonly completeness: number;
  /** It has a fault of format or naming. */
  readonly isImproper: boolean;
}

/** An assessment as its member reads it. */
export interface Sheet {
  readonly quarter: string;
  readonly status: string;
  readonly statusLabel: string;
  readonly score: number | null;
  readonly grade: string | null;
  readonly gradeLabel: string | null;
  readonly rates: readonly SheetRate[];
  readonly byDiscovery: number;
  readonly countedAt: string | null;
  readonly confirmedBy: string | null;
  readonly appealUntil: string | null;
  readonly appeal: string | null;
  readonly appealedAt: string | null;
  readonly decision: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly measure: string | null;
  readonly may: SheetRights;
}

/** What the page of a member shows of their assessments. */
export interface AssessmentPage {
  readonly language: Language;
  readonly timeZone: string;
  readonly member: string;
  readonly isOwn: boolean;
  /** The quarters there are, the latest first. */
  readonly quarters: readonly string[];
  /** The one asked for; null where there is none. */
  readonly sheet: Sheet | null;
  readonly behind: readonly Behind[];
  readonly records: readonly RecordBehind[];
}

const number = (value: unknown): number => (typeof value === 'number' ? value : 0);
const shareIn = (record: TwentyRecord, name: RateName): Share => ({
  part: number(record[`${name}Part`]),
  whole: number(record[`${name}Whole`]),
});

const dutiesIn = ({ parts }: TwentyRecord): SheetRate['duties'] => {
  const known = (parts ?? {}) as Partial<Readonly<Record<Duty, Share>>>;
  return DUTIES.flatMap((duty) => {
    const share = known[duty];
    return share && share.whole > 0 ? [{ duty, ...share }] : [];
  });
};

/** The sheet of an assessment, from its record. */
export const sheetOf = (record: TwentyRecord, language: Language, may: SheetRights): Sheet => {
  const shares = Object.fromEntries(RATES.map((name) => [name, shareIn(record, name)])) as Record<RateName, Share>;
  const weights = (textOrNull(record.weights) ?? '').split('/').map(Number);
  const shared = sharedWeights(shares, weights);
  const grade = textOrNull(record.grade);
  const status = textOrNull(record.judgedStatus) ?? 'DRAFT';
  const textOf = (name: string): string | null => textOrNull(record[name]);
  return {
    quarter: String(record.quarter),
    status,
    statusLabel: optionLabel('tagAssessment', 'status', status, language),
    score: typeof record.score === 'number' ? record.score : null,
    grade,
    gradeLabel: grade && optionLabel('tagAssessment', 'grade', grade, language),
    rates: RATES.map((name, at) => ({
      name,
      ...shares[name],
      percent: typeof record[name] === 'number' ? (record[name] as number) : null,
      weight: weights[at] ?? 0,
      borne: shared[name],
      duties: name === 'timeliness' ? dutiesIn(record) : [],
    })),
    byDiscovery: number(record.byDiscovery),
    countedAt: textOf('countedAt'),
    confirmedBy: textOf('confirmedBy'),
    appealUntil: textOf('appealUntil')?.slice(0, 10) ?? null,
    appeal: textOf('appeal'),
    appealedAt: textOf('appealedAt'),
    decision: textOf('decision'),
    decidedBy: textOf('decidedBy'),
    decidedAt: textOf('decidedAt'),
    measure: textOf('measure'),
    may,
  };
};
