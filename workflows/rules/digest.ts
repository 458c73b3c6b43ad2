/** FNV-1a over UTF-16 units. */
const fnv = (text: string, start: number): number => {
  let value = start;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 16_777_619);
  return value >>> 0;
};

/** A number of 32 bits that follows from a text, evenly spread: the bits of FNV-1a, mixed once more. */
export const hash32 = (text: string): number => {
  const value = fnv(text, 2_166_136_261);
  const mixed = Math.imul(value ^ (value >>> 16), 2_246_822_507);
  return (mixed ^ (mixed >>> 13)) >>> 0;
};

/** Twice with different starts: 64 bits, enough to tell one value from the next. */
export const digest = (text: string): string =>
  fnv(text, 2_166_136_261).toString(36) + fnv(text, 84_696_351).toString(36);
