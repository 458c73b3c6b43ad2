import { digest } from '../rules/digest.ts';
import type { Matter } from '../run/task.ts';
import { taskId, taskOf } from '../run/task.ts';
import type { Step } from '../subject/step.ts';
import { type TasksMemory, tasksMemory } from './tasks-memory.ts';

/** The tags a task names; none where it names none. */
const tagsTold = ({ tags = [] }: Matter): readonly string[] => (tags.length > 0 ? [digest(tags.join())] : []);

/** What is remembered of a matter: its key, whose it is, if anybody's, and a mark of the tags its task names. */
const memoryOf = (matter: Matter): string => [matter.key, matter.assigneeId ?? '', ...tagsTold(matter)].join('|');
/** The key of a remembered matter. */
export const rememberedKey = (memory: string): string => memory.split('|', 1)[0] ?? memory;

/** A matter that is open beside what is remembered of it. */
interface Sight {
  readonly matter: Matter;
  /** Undefined where it is new. */
  readonly known: string | undefined;
  readonly isHandedOn: boolean;
  /** It is about other tags than its task says; not known of a task from before they were remembered. */
  readonly isOther: boolean;
}

const sightOf = (matter: Matter, known: string | undefined): Sight => {
  // One remembered by its key alone has no task: it was there before the installation.
  const [, whose, told] = known?.split('|') ?? [];
  return {
    matter,
    known,
    isHandedOn: whose !== undefined && matter.assigneeId !== null && whose !== matter.assigneeId,
    isOther: told !== undefined && told !== (tagsTold(matter)[0] ?? ''),
  };
};

/** How it is remembered from now on. */
const rememberedAs = ({ matter, known, isHandedOn }: Sight): string => {
  if (known === undefined || isHandedOn) return memoryOf(matter);
  switch (known.split('|').length) {
    case 1:
      return matter.key;
    case 2:
      return `${matter.key}|${matter.assigneeId ?? ''}`;
    default:
      return memoryOf(matter);
  }
};

/**
 * Opens the tasks of new matters, hands them on with their matter, has them name what it is about now, and closes those of
 * matters that are over. A task a person closed stays closed: to write it anew writes no status. What was open before the
 * installation gets no task.
 */
export const taskStep: Step<TasksMemory> = {
  memory: tasksMemory,
  follow: (run, { object, id, isFirst, matters, merged }, { tasks: remembered }) => {
    if (isFirst && run.isInstalling) return { memory: { tasks: matters.map(({ key }) => key).sort() } };
    const known = new Map(remembered.map((memory) => [rememberedKey(memory), memory]));
    const wanted = new Set(matters.map(({ key }) => key));
    const sights = matters.map((matter) => sightOf(matter, known.get(matter.key)));
    const tasks = sights
      .filter((sight) => sight.known === undefined || sight.isHandedOn || sight.isOther)
      .map((sight) => {
        const isReopened = sight.known === undefined && sight.matter.recurs === true;
        return taskOf(run, object, id, sight.matter, isReopened);
      });
    const closed = [...known.keys()].filter((key) => !wanted.has(key));
    // What went up in this record may have had a task for the same matter: one of them is enough.
    const ofLosers = merged.fresh.flatMap((loser) => [...wanted].map((key) => taskId(object, loser.id, key)));
    return {
      tasks,
      closedTasks: closed.map((key) => taskId(object, id, key)),
      deletedTasks: ofLosers,
      memory: { tasks: sights.map(rememberedAs).sort() },
    };
  },
};
