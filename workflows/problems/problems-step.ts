import { matchKeys } from '../judgement/match-keys.ts';
import { unlessEmpty } from '../memory/slice.ts';
import { renderSummary } from '../messages/render.ts';
import type { Step } from '../subject/step.ts';
import { judgeSubject } from './judge-subject.ts';
import { problemTags } from './problem-tags.ts';
import { type ProblemsMemory, problemsMemory } from './problems-memory.ts';

/** Tells what is wrong with the tags, now that it is known what a person has looked at again. */
export const problemsStep: Step<ProblemsMemory> = {
  memory: problemsMemory,
  follow: (run, subject) => {
    const { object, action, values } = subject;
    const isLookedAt = action?.done === 'CONFIRM' || action?.done === 'APPROVE';
    const unreviewed = isLookedAt ? [] : subject.unreviewed;
    const isSame = unreviewed.length === subject.unreviewed.length;
    const judgement = isSame ? subject.judgement : judgeSubject(run, subject, unreviewed);
    const { problems, completeness } = judgement;
    return {
      subject: { unreviewed, judgement },
      fields: {
        ...matchKeys(object, values),
        tagCompleteness: completeness,
        tagProblems: problems,
        tagProblemSummary: renderSummary(object, problems, run.settings.noticeLanguage),
        tagProblemTags: problemTags(object, problems),
      },
      memory: { unreviewed: unlessEmpty(unreviewed) },
    };
  },
};
