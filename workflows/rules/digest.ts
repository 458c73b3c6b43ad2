/** FNV-1a over UTF-16 units, twice with different starts: 64 bits, enough to tell one value from the next. */
export const digest = (text: string): string => {
  const hash = (start: number): number => {
    let value = start;
    for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 16_777_619);
    return value >>> 0;
  };
  return hash(2_166_136_261).toString(36) + hash(84_696_351).toString(36);
};
