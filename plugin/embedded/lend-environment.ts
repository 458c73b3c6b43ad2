/** What the process's environment was before the first of the runs that are under way. */
const before = new Map<string, string | undefined>();
let running = 0;

/**
 * Sets variables of the process for a run, and returns how to end it. Runs may overlap, as they do where a route is asked
 * while hooks run: what was there before comes back with the end of the last of them.
 */
export const lendEnvironment = (variables: Readonly<Record<string, string>>): (() => void) => {
  running += 1;
  for (const [name, value] of Object.entries(variables)) {
    if (!before.has(name)) before.set(name, process.env[name]);
    process.env[name] = value;
  }
  return () => {
    running -= 1;
    if (running > 0) return;
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    before.clear();
  };
};
