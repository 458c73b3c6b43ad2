/** Records one request may name. */
export const MOST_IDS = 200;

/** Characters of a text a person may send. */
export const MOST_CHARACTERS = 2000;
