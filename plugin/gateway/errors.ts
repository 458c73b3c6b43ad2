/** An answer of Twenty that is an error: its code, and whether asking again may help. Never carries record contents. */
export class TwentyError extends Error {
  readonly code: string;
  readonly isTransient: boolean;

  constructor(code: string, message: string, isTransient: boolean) {
    super(message);
    this.name = 'TwentyError';
    this.code = code;
    this.isTransient = isTransient;
  }
}
