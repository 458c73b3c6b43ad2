import type { Language } from '../../objects/taxonomy/types.ts';
import { compareText } from '../run/compare-text.ts';
import { optionLabel } from '../run/labels.ts';
import type { Settings } from '../settings.ts';
import { countFacts, countTogether, type Found } from './count-facts.ts';
import { type Counted, RATES, type RateName } from './counted.ts';
import type { Assessed } from './people.ts';
import { gradeOf, rateOf, scoreOf } from './score.ts';

/** What a bulletin says of a member, or of a team. */
export interface BulletinRow {
  readonly id: string;
  readonly name: string;
  readonly rates: Readonly<
    Record<RateName, { readonly part: number; readonly whole: number; readonly percent: number | null }>
  >;
  readonly byDiscovery: number;
  readonly score: number | null;
  readonly grade: string | null;
  readonly gradeLabel: string | null;
}

/** A team: whoever reports to one manager. */
export interface BulletinTeam {
  /** The manager's; of those who report to nobody null. */
  readonly manager: string | null;
  readonly total: BulletinRow;
  readonly members: readonly BulletinRow[];
}

export interface Bulletin {
  /** `YYYY-MM`. */
  readonly month: string;
  /** The months there can be a bulletin of, the present one first. */
  readonly months: readonly string[];
  /** How the records stand is told as of now. ISO 8601. */
  readonly at: string;
  readonly language: Language;
  readonly timeZone: string;
  readonly weights: readonly number[];
  readonly teams: readonly BulletinTeam[];
}

/** The bulletin of a month (I10): the rates of each member, and of each team together. */
export const bulletinOf = (
  people: readonly Assessed[],
  found: Found,
  { assessmentWeights, assessmentGrades }: Settings,
  language: Language,
): readonly BulletinTeam[] => {
  const rowOf = (id: string, name: string, { rates, byDiscovery }: Counted): BulletinRow => {
    const score = scoreOf(rates, assessmentWeights);
    const grade = gradeOf(score, assessmentGrades);
    return {
      id,
      name,
      rates: Object.fromEntries(
        RATES.map((rate) => [rate, { ...rates[rate], percent: rateOf(rates[rate]) }]),
      ) as BulletinRow['rates'],
      byDiscovery,
      score,
      grade,
      gradeLabel: grade && optionLabel('tagAssessment', 'grade', grade, language),
    };
  };
  const known = new Map(people.map((person) => [person.id, person]));
  const byName = (left: Assessed, right: Assessed): number => compareText(left.name, right.name);
  const teams = Map.groupBy([...people].sort(byName), ({ managerId }) =>
    managerId !== null && known.has(managerId) ? managerId : null,
  );
  return [...teams]
    .map(([managerId, members]): BulletinTeam => {
      const counted = members.map((member) => countFacts(member.user, found));
      const manager = managerId === null ? null : (known.get(managerId)?.name ?? null);
      return {
        manager,
        total: rowOf(managerId ?? 'none', manager ?? '', countTogether(counted)),
        members: members.map((member, at) => rowOf(member.id, member.name, counted[at] ?? countTogether([]))),
      };
    })
    .sort((left, right) => {
      if (left.manager === null || right.manager === null) {
        return Number(left.manager === null) - Number(right.manager === null);
      }
      return compareText(left.manager, right.manager);
    });
};
