import { OUTPUT } from '../plugin/cli/build.ts';
import { type BuiltApp, loadBuiltApp } from '../plugin/embedded/built-app.ts';

let app: Promise<BuiltApp> | undefined;

/** The built application, read once a worker: workspaces of one manifest share its schema, across test files too. */
export const builtApp = (): Promise<BuiltApp> => {
  app ??= loadBuiltApp(OUTPUT);
  return app;
};
