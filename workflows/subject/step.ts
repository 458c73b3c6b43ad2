import type { Remembered, Slice } from '../memory/slice.ts';
import type { Consequences } from '../run/consequences.ts';
import type { Outcome } from '../run/plan.ts';
import type { Run } from '../run/run.ts';
import type { Matter } from '../run/task.ts';
import type { Subject } from './subject.ts';

/** What a step adds. */
export interface Answer<Memory extends object = object> extends Consequences {
  /** What the steps after it go by. */
  readonly subject?: Partial<Omit<Subject, 'object' | 'id' | 'beside' | 'matters'>>;
  /** Fields of the record. Those of later steps stand over those of earlier ones. */
  readonly fields?: Readonly<Record<string, unknown>>;
  /** Matters that are open: each has a task until it is over. */
  readonly matters?: readonly Matter[];
  /** Fields to put back, each set by itself, if nobody has written the record since. */
  readonly reverts?: readonly Readonly<Record<string, unknown>>[];
  /** What became of actions, for whoever asked. */
  readonly outcomes?: readonly Outcome[];
  /** What its duty remembers from now on. */
  readonly memory?: Remembered<Memory>;
}

/**
 * One step of a judgement. It is given the subject as the steps before it left it, and what its own duty remembers; it
 * answers with what it adds. Pure: nothing else comes in or goes out. The steps of one duty share its memory, and no
 * step reads another duty's: what several need stands on the subject.
 */
export interface Step<Memory extends object = object> {
  /** How its duty's memory is read; left out by a step that remembers nothing. */
  readonly memory?: Slice<Memory>;
  follow(run: Run, subject: Subject, memory: Memory): Answer<Memory>;
}
