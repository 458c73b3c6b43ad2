import { namedCompetitors } from '../judgement/filled.ts';
import type { Step } from '../subject/step.ts';
import type { Subject } from '../subject/subject.ts';
import { judgeSubject } from './judge-subject.ts';
import { type ProblemsMemory, problemsMemory } from './problems-memory.ts';

/** 4.1.6: when the competition changes, advantage and disadvantage are looked at again, by changing or confirming them. */
const unreviewedTags = ({ object, values, changes }: Subject, before: readonly string[]): readonly string[] => {
  if (object !== 'opportunity' || namedCompetitors(values).length === 0) return [];
  const touched = new Set(changes.map((change) => change.tag.name));
  const open = touched.has('tagCompetitors') ? ['tagAdvantage', 'tagDisadvantage'] : before;
  return open.filter((name) => !touched.has(name));
};

/** Judges the tags as they stand, before anything that is asked of the record is carried out. */
export const judgingStep: Step<ProblemsMemory> = {
  memory: problemsMemory,
  follow: (run, subject, memory) => {
    const unreviewed = unreviewedTags(subject, memory.unreviewed ?? []);
    return { subject: { unreviewed, judgement: judgeSubject(run, subject, unreviewed) } };
  },
};
