/**
 * Makes a thing when it is first asked for, and keeps it. For what costs a hook's start or a run that does not need
 * it; above all expressions of Unicode classes, whose literals V8 works through while it only reads the file.
 */
export const once = <Thing extends object>(make: () => Thing): (() => Thing) => {
  let made: Thing | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

/** Likewise, a thing for each key: made when it is first asked for, and kept. */
export const oncePer = <Key, Thing>(make: (key: Key) => Thing): ((key: Key) => Thing) => {
  const made = new Map<Key, Thing>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const thing = make(key);
    made.set(key, thing);
    return thing;
  };
};
