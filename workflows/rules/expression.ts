/**
 * A regular expression with Chinese or full-width characters, from text. The build writes the characters of a text in
 * ASCII, those of a regular-expression literal as they are; and a single one of them has V8 keep and read the whole
 * of a hook at two bytes a character.
 */
export const expression = (source: string, flags = ''): RegExp => new RegExp(source, flags);
