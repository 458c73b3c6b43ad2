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
