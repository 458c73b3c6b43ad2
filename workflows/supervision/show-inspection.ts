import { objectEntry } from '../../objects/taxonomy/objects.ts';
import { figureField, INSPECTION_SCORES } from '../../objects/taxonomy/tag-inspection.ts';
import type { Language } from '../../objects/taxonomy/types.ts';
import type { Share } from '../assessment/counted.ts';
import type { Problem } from '../rules/problem.ts';
import { optionLabel, tagLabel } from '../run/labels.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { idOf, textOrNull } from '../run/run.ts';
import type { SampleLine, ScoreLine } from './inspection-page.ts';
import { subjectOf } from './rectification-subject.ts';
import type { Sampled } from './sample.ts';

const numberOrNull = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** The five scores with the figures beside them. */
export const scoreLines = (record: TwentyRecord, language: Language): readonly ScoreLine[] => {
  const counted = (record.counted ?? {}) as Partial<Record<string, Share>>;
  return INSPECTION_SCORES.map((name) => ({
    name,
    label: tagLabel('tagInspection', name, language),
    given: numberOrNull(record[name]),
    figure: numberOrNull(record[figureField(name)]),
    part: counted[name]?.part ?? 0,
    whole: counted[name]?.whole ?? 0,
  }));
};

/** The records an inspection has drawn. */
export const sampledOf = ({ sample }: TwentyRecord): readonly Sampled[] =>
  Array.isArray(sample) ? (sample as readonly Sampled[]) : [];

/** The clause of the first problem of a record. */
const clauseOf = ({ tagProblems }: TwentyRecord): string => {
  const [first] = Array.isArray(tagProblems) ? (tagProblems as readonly Problem[]) : [];
  return first?.clause ?? '';
};

/** The sample as its records stand now: those that are gone are left out. */
export const sampleLines = (
  record: TwentyRecord,
  found: ReadonlyMap<string, TwentyRecord>,
  names: ReadonlyMap<string, string>,
  notices: readonly TwentyRecord[],
  language: Language,
): readonly SampleLine[] =>
  sampledOf(record).flatMap(({ object, id, name, member }) => {
    const now = found.get(`${object}:${id}`);
    if (!now) return [];
    const own = notices.filter((notice) => subjectOf(notice, textOrNull(notice.memberId)).id === id);
    return [
      {
        object,
        objectLabel: objectEntry(object).label[language],
        id,
        record: textOrNull(now.name) ?? name,
        member: names.get(member) ?? '',
        problem: textOrNull(now.tagProblemSummary) ?? '',
        clause: clauseOf(now),
        notices: own.map((notice) => ({
          id: idOf(notice),
          number: textOrNull(notice.number) ?? '',
          status: optionLabel('tagRectification', 'status', String(notice.status), language),
        })),
      },
    ];
  });
