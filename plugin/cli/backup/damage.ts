/** A backup that cannot be trusted: which file, and what is wrong with it. Nothing of it may be used. */
export class Damage extends Error {
  readonly file: string;

  constructor(file: string, reason: string) {
    super(`${file}: ${reason}`);
    this.name = 'Damage';
    this.file = file;
  }
}
