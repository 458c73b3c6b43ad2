import { tagOf } from '../../objects/taxonomy/facts.ts';
import { lastWriter } from '../entries/writers.ts';
import { LIST_SEPARATORS, phrase } from '../messages/phrase.ts';
import type { Entry } from '../run/entry.ts';
import { optionLabel, tagLabel } from '../run/labels.ts';
import { laterInstant } from '../run/later-instant.ts';
import { nameOf, type Run, subjectKey, textOrNull, writtenBy } from '../run/run.ts';
import { GIVEN_BY_OTHERS, type Given, givenIn, givenOf, type SelfGift } from '../run/self-gift.ts';
import type { Step } from '../subject/step.ts';
import type { Subject } from '../subject/subject.ts';
import { withValues } from '../subject/with-values.ts';
import { type AppointmentsMemory, appointmentsMemory } from './appointments-memory.ts';
import { isText, lastGiven } from './given-text.ts';
import { selfGiven } from './self-given.ts';

/** Whether an entry is of what others give, or of whose profile it is. */
const isOf = ({ tags = [] }: Entry): boolean => tags.some((tag) => tag === 'workspaceMember' || tag in HELD);
const HELD = givenOf(() => []);

const DUTIES = tagOf('tagMember', 'duties').options ?? [];

/** Nobody but the member holds a duty. */
const isAlone = (run: Run, user: string): boolean =>
  DUTIES.every(({ value }) => run.roster.holders(value).every((holder) => holder === user));

/** Whether the member may have written what no event tells of: as the last writer, or just before a write told of. */
const maySelf = (run: Run, { id, record, isFirst }: Subject, told: readonly Entry[], user: string): boolean => {
  if (told.some(isOf)) return false;
  const writers =
    told.length > 0
      ? told.map(({ before }) => before)
      : [lastWriter(record, run.asides.get(subjectKey('tagMember', id)) ?? [])];
  const makers = isFirst && told.length === 0 ? [writtenBy(record, 'createdBy', 'createdAt')] : [];
  return [...writers, ...makers].some((one) => one?.by === user);
};

const labelsOf = (run: Run, given: Given): string => {
  const { noticeLanguage: language } = run.settings;
  return GIVEN_BY_OTHERS.flatMap((field) =>
    given[field].map((value) =>
      isText(field) ? tagLabel('tagMember', field, language) : optionLabel('tagMember', field, value, language),
    ),
  ).join(LIST_SEPARATORS[language]);
};

/** What is given by others only is put back where a member gave it themselves, and the log is told (A27, 6.1.2). */
export const appointmentStep: Step<AppointmentsMemory> = {
  memory: appointmentsMemory,
  follow: (run, subject, { appointed }) => {
    const { object, id, record, values, changes, isFirst } = subject;
    if (object !== 'tagMember') return {};
    const user = textOrNull(record.workspaceMemberId);
    const key = subjectKey(object, id);
    const told = run.entries.get(key) ?? [];
    const isNews = (one: Pick<SelfGift, 'at'>) => !(Date.parse(one.at) <= Date.parse(appointed?.at ?? ''));
    const gifts = (run.selfGifts.get(key) ?? []).filter(isNews);
    const isTouched = changes.some(({ tag }) => tag.name === 'workspaceMember' || tag.name in HELD);
    const isLookedAt = appointed !== undefined || isTouched || gifts.length > 0 || (isFirst && !run.isInstalling);
    if (!isLookedAt) return {};

    const held = givenOf((field) => givenIn(values[field]));
    const before = isFirst ? HELD : appointed && (appointed.user === (user ?? undefined) ? appointed : HELD);
    const bad = givenOf((field) =>
      user === null
        ? []
        : selfGiven({
            held: held[field],
            before: before?.[field] ?? null,
            told: gifts.flatMap((gift) => gift[field]),
            isSuspect: gifts.length === 0 && maySelf(run, subject, told, user),
            isAlone: field !== 'teamwork' && isAlone(run, user),
          }),
    );
    const kept = givenOf((field) => {
      if (isText(field) && bad[field].length > 0) return lastGiven(field, before?.[field], gifts);
      return held[field].filter((one) => !bad[field].includes(one));
    });
    const at = [...gifts, ...told.filter(isOf)].reduce<string | null>(
      (last, one) => laterInstant(last, one.at),
      appointed?.at ?? null,
    );
    const memory = { appointed: { ...kept, ...(user ? { user } : {}), ...(at ? { at } : {}) } };
    const fields = GIVEN_BY_OTHERS.filter((field) => bad[field].length > 0);
    if (fields.length === 0) return { memory };

    const note = phrase('result.SELF_GIVEN', run.settings.noticeLanguage, { given: labelsOf(run, bad) });
    const results = [...subject.results, note];
    const restored = Object.fromEntries(
      fields.map((field) => [field, isText(field) ? (kept[field][0] ?? '') : kept[field]]),
    );
    const since = at ?? textOrNull(record.updatedAt) ?? run.now.toISOString();
    return {
      subject: { ...withValues(run, subject, { ...values, ...restored }), results },
      fields: { tagActionResult: results.join('\n') },
      facts: [
        {
          kind: 'REVERTED',
          object,
          subjectId: id,
          record: nameOf(object, record),
          key: `self:${since}:${fields.join(',')}`,
          at: since,
          by: user,
          tag: fields.join(', '),
          note,
        },
      ],
      reverts: [restored],
      memory,
    };
  },
};
