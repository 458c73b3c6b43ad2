import { digest } from '../rules/digest.ts';
import type { Matter } from '../run/task.ts';
import { taskId, taskOf } from '../run/task.ts';
import type { Step } from '../subject/step.ts';
import { isLetIn, rememberedKey, type TasksMemory, tasksMemory } from './tasks-memory.ts';

/** A mark of the tags a matter is about; none where it names none. */
const markOfTags = ({ tags = [] }: Matter): string | undefined => (tags.length > 0 ? digest(tags.join()) : undefined);

/** What is remembered of a matter: its key, whose it is, if anybody's, and a mark of the tags its task names. */
const memoryOf = ({ key, assigneeId }: Matter, mark: string | undefined): string =>
  [key, assigneeId ?? '', ...(mark ? [mark] : [])].join('|');

/** A matter that is open beside what is remembered of it. */
interface Sight {
  readonly matter: Matter;
  /** Undefined where it is new. */
  readonly known: string | undefined;
  readonly isHandedOn: boolean;
  /** A mark of the tags its task names; undefined where it names none, or was opened before they were remembered. */
  readonly told: string | undefined;
  /** It is about other tags than that now. */
  readonly isOther: boolean;
}

const sightOf = (matter: Matter, known: string | undefined): Sight => {
  const [, whose, told] = known?.split('|') ?? [];
  const mark = markOfTags(matter);
  return {
    matter,
    known,
    told,
    isHandedOn: whose !== undefined && matter.assigneeId !== null && whose !== matter.assigneeId,
    isOther: told !== undefined && mark !== undefined && told !== mark,
  };
};

/** How it is remembered from now on: by its key alone where it has no task, and by what its task names. */
const rememberedAs = ({ matter, known, told, isHandedOn, isOther }: Sight): string => {
  if (known !== undefined && isLetIn(known)) return matter.key;
  const isWritten = known === undefined || isHandedOn || isOther;
  return memoryOf(matter, isWritten ? markOfTags(matter) : told);
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
        return taskOf(run, object, id, sight.matter, {
          isReopened,
          isRewritten: isReopened || sight.known !== undefined,
        });
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
