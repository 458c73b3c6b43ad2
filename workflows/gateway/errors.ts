import type { CallLimit } from './call-limit.ts';

/** An answer of Twenty that is an error: its code, and whether asking again may help. Never carries record contents. */
export class TwentyError extends Error {
  readonly code: string;
  readonly isTransient: boolean;
  /** The limit that is reached; asking again helps once it has let time pass. */
  readonly limit: CallLimit | null;

  constructor(code: string, message: string, isTransient: boolean, limit: CallLimit | null = null) {
    super(message);
    this.name = 'TwentyError';
    this.code = code;
    this.isTransient = isTransient;
    this.limit = limit;
  }
}
