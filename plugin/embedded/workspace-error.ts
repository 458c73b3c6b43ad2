/** Refusals in Twenty's words: a message and the extensions its API puts beside it. */
export class WorkspaceError extends Error {
  readonly extensions: Readonly<Record<string, unknown>>;

  constructor(message: string, extensions: Readonly<Record<string, unknown>>) {
    super(message);
    this.name = 'WorkspaceError';
    this.extensions = extensions;
  }
}
