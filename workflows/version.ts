import description from '../package.json' with { type: 'json' };

/** The version of this very code. */
export const VERSION: string = description.version;
