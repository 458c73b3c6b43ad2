/** Subjects in one run of the pipeline, so that each list fits a page. */
export const CHUNK = 150;

/** Ids in parts that one run of the pipeline takes. */
export const chunk = (values: Iterable<string>, size = CHUNK): readonly (readonly string[])[] => {
  const list = [...new Set(values)];
  return Array.from({ length: Math.ceil(list.length / size) }, (_unused, at) => list.slice(at * size, (at + 1) * size));
};
