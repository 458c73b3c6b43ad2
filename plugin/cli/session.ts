import type { ExitCode, Output } from './output.ts';

/** What a command hands back through the program. */
export interface Session {
  readonly output: Output;
  exit: ExitCode;
}
