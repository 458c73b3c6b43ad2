import { tagOf } from '../../objects/taxonomy/facts.ts';
import { isFilled } from '../judgement/filled.ts';
import { judgeRequirements } from '../judgement/requirements.ts';
import type { Value } from '../judgement/values.ts';
import { phrase } from '../messages/phrase.ts';
import { tagLabels } from '../run/labels.ts';
import { nameOf, type Run, subjectKey, textOrNull } from '../run/run.ts';
import type { Step } from '../subject/step.ts';
import type { Subject } from '../subject/subject.ts';
import { withValues } from '../subject/with-values.ts';

/** Fields of required tags that the event emptied, with what they held. */
const emptiedBy = (run: Run, { object, id, values, stage }: Subject): Readonly<Record<string, unknown>> => {
  const clearing = run.clearings.get(subjectKey(object, id));
  if (!clearing || run.settings.enforcement !== 'REVERT') return {};
  // Emptied is what is missing now: not what another tag answers for, nor what is no longer asked of such a record.
  const { problems } = judgeRequirements(object, values, { stage, today: run.today, rulings: run.rulings });
  return Object.fromEntries(
    problems.flatMap(({ tag: name }) => {
      const tag = tagOf(object, name);
      const field = tag.kind === 'MANY_TO_ONE' ? `${name}Id` : name;
      const cleared = clearing.before[field];
      const before = tag.relation?.target === 'workspaceMember' ? run.roster.member(cleared) : cleared;
      return !tag.via && isFilled(tag, before as Value) ? [[field, before]] : [];
    }),
  );
};

const tagNameOf = (field: string): string => field.replace(/Id$/, '');

/** Puts required tags back that were emptied, where the setting says so (ENFORCEMENT). */
export const restoringStep: Step = {
  follow: (run, subject) => {
    const { object, record, fresh, values } = subject;
    const restored = emptiedBy(run, subject);
    const fields = Object.keys(restored);
    if (fields.length === 0) return {};
    const tags = fields.map(tagNameOf);
    const { noticeLanguage: language } = run.settings;
    const note = phrase('result.TAGS_REVERTED', language, { tags: tagLabels(object, tags, language) });
    const results = [...subject.results, note];
    const held = Object.fromEntries(fields.map((field) => [tagNameOf(field), restored[field] as Value]));
    return {
      subject: { ...withValues(run, subject, { ...values, ...held }), results },
      fields: { tagActionResult: results.join('\n') },
      facts: [
        {
          kind: 'REVERTED',
          object,
          subjectId: subject.id,
          record: nameOf(object, record),
          key: `cleared:${subject.version}:${fields.join(',')}`,
          at: fresh?.at ?? textOrNull(record.updatedAt) ?? run.now.toISOString(),
          by: fresh?.by ?? null,
          tag: tags.join(', '),
          note,
        },
      ],
      reverts: [restored],
    };
  },
};
