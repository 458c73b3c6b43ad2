import type { Language } from '../../objects/taxonomy/types.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { optionLabel } from '../run/labels.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { textOrNull } from '../run/run.ts';

/** One thing that is somebody's to do. */
export interface WorkItem {
  readonly title: string;
  /** The kind of change, or of matter. */
  readonly kind: string;
  /** The last day, `YYYY-MM-DD`; null where there is none. */
  readonly lastDay: string | null;
  /** Working days until the last day, 0 on it; below 0 when that many have passed. */
  readonly workingDaysLeft: number | null;
  readonly isOverdue: boolean;
}

/** What the policy asks of one person, in the order of the last days. */
export interface WorkAnswer {
  readonly today: string;
  /** The last day looked at; null where every open matter was. */
  readonly until: string | null;
  readonly notices: readonly WorkItem[];
  readonly tasks: readonly WorkItem[];
}

/** What was read of a person's open work. */
export interface OpenWork {
  readonly notices: readonly TwentyRecord[];
  readonly tasks: readonly TwentyRecord[];
}

interface Frame {
  readonly calendar: WorkingCalendar;
  readonly today: string;
  readonly until: string | null;
  readonly language: Language;
}

/** What has no last day comes last. */
const NEVER = '9999-99-99';

const byLastDay = (left: WorkItem, right: WorkItem): number =>
  (left.lastDay ?? NEVER).localeCompare(right.lastDay ?? NEVER) || left.title.localeCompare(right.title);

/** What is due by the day asked about, what is overdue among it; what has no last day only where all is asked about. */
const isAskedFor =
  (until: string | null) =>
  ({ lastDay }: WorkItem): boolean =>
    until === null || (lastDay !== null && lastDay <= until);

/** A person's open notices and tasks of the policy, for a chat. Pure. */
export const workAnswer = ({ notices, tasks }: OpenWork, { calendar, today, until, language }: Frame): WorkAnswer => {
  const item = (title: string, kind: string, lastDay: string | null): WorkItem => ({
    title,
    kind,
    lastDay,
    workingDaysLeft: lastDay === null ? null : calendar.workdaysBetween(today, lastDay),
    isOverdue: lastDay !== null && lastDay < today,
  });
  const asked = (items: readonly WorkItem[]): readonly WorkItem[] => items.filter(isAskedFor(until)).sort(byLastDay);
  return {
    today,
    until,
    notices: asked(
      notices.map(({ name, kind, dueOn }) =>
        item(String(name), optionLabel('tagChangeNotice', 'kind', String(kind), language), textOrNull(dueOn)),
      ),
    ),
    tasks: asked(
      tasks.map(({ title, tagMatter, dueAt }) =>
        // Tasks are due at an hour that is the same day in every zone the product is used in.
        item(
          String(title),
          optionLabel('task', 'tagMatter', String(tagMatter), language),
          textOrNull(dueAt)?.slice(0, 10) ?? null,
        ),
      ),
    ),
  };
};
