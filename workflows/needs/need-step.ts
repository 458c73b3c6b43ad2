import { asText } from '../judgement/values.ts';
import { phrase } from '../messages/phrase.ts';
import { saysNone } from '../rules/placeholder.ts';
import { assigneeOf } from '../run/assignee.ts';
import { nameOf, textOrNull } from '../run/run.ts';
import type { Step } from '../subject/step.ts';
import { isConfirmed } from './is-confirmed.ts';
import { type NeedsMemory, needsMemory } from './needs-memory.ts';

const CONFIRMATION = 'tagSpecialNeedsConfirmedAt';

/** A special need that somebody enters is a matter of the owner's until the customer has confirmed it (4.2.3). */
export const needStep: Step<NeedsMemory> = {
  memory: needsMemory,
  follow: (run, subject, memory) => {
    const { object, record, values, changes, isFirst, fresh, entry, version } = subject;
    const need = asText(values.tagSpecialNeeds);
    if (object !== 'company' || need === '' || saysNone(need)) return {};
    const { noticeLanguage: language, otherChangeDays: days } = run.settings;
    const kindOf = (name: string) => changes.find(({ tag }) => tag.name === name)?.kind;
    // What was there before the application, or before it asked, is told by the problems alone.
    const isNew = isFirst ? !run.isInstalling : kindOf('tagSpecialNeeds') !== undefined;
    const since = (fresh ?? entry)?.at ?? run.now.toISOString();
    const open = memory.need ?? (isNew ? { since, key: String(version) } : null);
    if (!open) return {};
    const said = kindOf(CONFIRMATION);
    const confirmed = isConfirmed({
      confirmedAt: textOrNull(values[CONFIRMATION]),
      isSaidNow: said === 'FILLED' || said === 'CHANGED',
      isFirstNeed: memory.need === undefined && (isFirst || kindOf('tagSpecialNeeds') === 'FILLED'),
      enteredAt: open.since,
      days,
      calendar: run.calendar,
    });
    if (confirmed) return {};
    return {
      matters: [
        {
          kind: 'NEED',
          key: `need:${open.key}`,
          title: phrase('task.need', language, { record: nameOf(object, record) }),
          clause: '4.2.3',
          tags: ['tagSpecialNeeds', CONFIRMATION],
          dueOn: run.calendar.deadline({ from: open.since, days }).dueDate,
          assigneeId: assigneeOf(run, object, record),
        },
      ],
      memory: { need: open },
    };
  },
};
