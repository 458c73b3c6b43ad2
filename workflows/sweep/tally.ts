import { leavesWaiting } from '../completion/leaves-waiting.ts';
import { inNumbers, type Judged } from '../gateway/follow-scope.ts';
import { reportFailures, reportFaults } from '../gateway/report.ts';
import type { WriteResult } from '../gateway/write.ts';
import type { Outbox } from './outbox.ts';
import type { SweepLog } from './sweep-log.ts';

/** A sweep in numbers. */
export interface Count {
  readonly judged: number;
  readonly written: number;
  readonly failures: number;
}

export const NO_COUNT: Count = { judged: 0, written: 0, failures: 0 };

/** What a sweep has come to so far. What Twenty would not take is told, and noted with the sweep. */
export class Tally {
  readonly #log: SweepLog;
  #count: Count;
  #hasWaiting = false;

  constructor(log: SweepLog, count: Count = NO_COUNT) {
    this.#log = log;
    this.#count = count;
  }

  get count(): Count {
    return this.#count;
  }

  /** Whether this sweep found something incomplete that waits for its turn. */
  get hasWaiting(): boolean {
    return this.#hasWaiting;
  }

  #add({ judged, written, failures }: Count): void {
    const { judged: before, written: already, failures: failed } = this.#count;
    this.#count = { judged: before + judged, written: already + written, failures: failed + failures };
  }

  /** Something was written beside the judgements. */
  addWritten({ written, failures }: WriteResult): void {
    reportFailures(failures);
    this.#log.refuse(failures);
    this.#add({ judged: 0, written, failures: failures.length });
  }

  /** A scope was judged, which tells of its failures itself. */
  addJudged(done: Judged): void {
    this.#log.refuse(done.failures);
    this.#add(inNumbers(done));
    this.#hasWaiting ||= leavesWaiting(done.plan);
  }

  /** So many records were judged page by page. */
  addSwept(judged: number, { written, failures, faults, hasWaiting }: Outbox): void {
    reportFaults(faults);
    this.addWritten({ written, failures });
    this.#add({ judged, written: 0, failures: faults.length });
    this.#hasWaiting ||= hasWaiting;
  }
}
