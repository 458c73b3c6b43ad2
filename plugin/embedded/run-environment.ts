type Values = Readonly<Record<string, string | undefined>>;

/** What the process had before the first of the runs that are under way; null while none is. */
let outside: Record<string, string | undefined> | null = null;
let runs = 0;

const set = (values: Values): void => {
  for (const [key, value] of Object.entries(values)) {
    if (value === undefined) delete process.env[key];
    else process.env[key] = value;
  }
};

const held = (environment: Values): Record<string, string | undefined> =>
  Object.fromEntries(Object.keys(environment).map((key) => [key, process.env[key]]));

/**
 * Gives the process the environment of a run, as a fresh process of Twenty's has it; what it returns takes that back. Runs
 * may overlap and end in any order: behind the last of them the process has what it had before the first.
 */
export const enterEnvironment = (environment: Readonly<Record<string, string>>): (() => void) => {
  const before = held(environment);
  outside = { ...before, ...outside };
  runs += 1;
  set(environment);
  return () => {
    runs -= 1;
    set(before);
    if (runs > 0 || outside === null) return;
    set(outside);
    outside = null;
  };
};
