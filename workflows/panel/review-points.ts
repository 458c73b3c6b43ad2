import { findTag } from '../../objects/taxonomy/facts.ts';
import type { GovernedObject, Language } from '../../objects/taxonomy/types.ts';
import { termWordOf } from '../judgement/terms.ts';
import { asList, type Value } from '../judgement/values.ts';
import { LIST_SEPARATORS, type PhraseKey, phrase } from '../messages/phrase.ts';
import { problemLabel } from '../messages/render.ts';
import { pointLabel } from '../review/verdicts.ts';
import type { Problem } from '../rules/problem.ts';
import { REVIEW_POINTS, type ReviewPoint } from '../run/action.ts';
import { tagLabel } from '../run/labels.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { type Run, textOrNull } from '../run/run.ts';
import type { PanelReviewPoint } from './panel.ts';
import { optionsText } from './value-text.ts';

interface Looked {
  readonly run: Run;
  readonly object: GovernedObject;
  readonly record: TwentyRecord;
  readonly problems: readonly Problem[];
  /** Changes reported that are not in the tags yet. */
  readonly notices: number;
  readonly language: Language;
}

/** What a tag of the record says, with its label; none of a tag the object does not have. */
const said = ({ run, object, record, language }: Looked, name: string): readonly string[] => {
  const tag = findTag(object, name);
  if (!tag) return [];
  const value = record[name];
  const words = tag.options
    ? optionsText(tag, asList([value].flat() as Value), language, termWordOf(run.terms, tag, record))
    : tag.kind === 'DATE_TIME' && typeof value === 'string'
      ? run.calendar.dateOf(value)
      : (textOrNull(value) ?? '');
  return [`${tagLabel(object, name, language)}: ${words || phrase('point.notSaid', language)}`];
};

const formSays = ({ object, record, problems, language }: Looked): readonly string[] => {
  const count = (severity: Problem['severity']) => problems.filter((one) => one.severity === severity).length;
  const labels = [...new Set(problems.map((problem) => problemLabel(object, problem, language)))];
  const named = labels.length > 0 ? [labels.join(LIST_SEPARATORS[language])] : [];
  const line = (key: PhraseKey, data: Readonly<Record<string, number>>) => phrase(key, language, data);
  return [
    line('point.completeness', { percent: Number(record.tagCompleteness) }),
    line('point.problems', { errors: count('ERROR'), warnings: count('WARNING') }),
    ...named,
  ];
};

const SAYS: Readonly<Record<ReviewPoint, (looked: Looked) => readonly string[]>> = {
  FORM: formSays,
  TRUTH: (looked) =>
    ['tagVerification', 'tagVerificationNote', 'tagInfoSources', 'tagChannels'].flatMap((name) => said(looked, name)),
  BUSINESS: (looked) => [
    ...['tagStage', 'tagOutcome', 'tagCheckState', 'tagLastCheckedAt'].flatMap((name) => said(looked, name)),
    phrase('point.notices', looked.language, { count: looked.notices }),
  ],
};

/** The three points of the review, with what the record says of each (4.3.3). Never the value of a sensitive tag. */
export const reviewPointsOf = (looked: Looked): readonly PanelReviewPoint[] =>
  REVIEW_POINTS.map((value) => ({
    value,
    label: pointLabel(looked.object, value, looked.language),
    says: SAYS[value](looked),
  }));
