import { type Finding, type Rule, refused } from './rule.ts';

/** A file within the application: no way out of its folder, and an ending that says what it is. */
const isFile = (path: string): boolean =>
  !path.startsWith('/') &&
  !path.includes('\\') &&
  path.split('/').every((part) => part !== '' && part !== '.' && part !== '..') &&
  /\.[a-z0-9]+$/i.test(path);

const isHandler = (name: string): boolean => /^[a-zA-Z_$][\w$]*(?:\.[a-zA-Z_$][\w$]*)*$/.test(name);

const badPaths = (...paths: readonly (string | undefined)[]): readonly string[] =>
  paths.filter((path): path is string => path !== undefined && !isFile(path));

const findingOf = (thing: { readonly universalIdentifier: string; readonly name?: string }, kind: string) => ({
  subject: { universalIdentifier: thing.universalIdentifier, name: thing.name },
  where: `${kind} ${thing.name ?? thing.universalIdentifier}`,
});

const PATHS = 'name a file within the application, with its ending';

export const componentRules: readonly Rule[] = [
  refused('frontComponent', 'INVALID_FRONT_COMPONENT_INPUT', 'a front component has a name', (site) =>
    (site.manifest.frontComponents ?? [])
      .filter((component) => !component.name)
      .map(
        (component): Finding => ({
          ...findingOf(component, 'front component'),
          what: 'it has no name',
          remedy: 'give it one',
        }),
      ),
  ),
  refused('frontComponent', 'INVALID_FRONT_COMPONENT_INPUT', 'files of a front component', (site) =>
    (site.manifest.frontComponents ?? []).flatMap((component) =>
      badPaths(component.builtComponentPath, component.sourceComponentPath).map((path) => ({
        ...findingOf(component, 'front component'),
        what: `"${path}" is no file of it`,
        remedy: PATHS,
      })),
    ),
  ),
  refused('logicFunction', 'INVALID_LOGIC_FUNCTION_INPUT', 'files of a function', (site) =>
    site.manifest.logicFunctions.flatMap((logicFunction) =>
      badPaths(logicFunction.builtHandlerPath, logicFunction.sourceHandlerPath).map((path) => ({
        ...findingOf(logicFunction, 'function'),
        what: `"${path}" is no file of it`,
        remedy: PATHS,
      })),
    ),
  ),
  refused('logicFunction', 'INVALID_LOGIC_FUNCTION_INPUT', 'the handler of a function', (site) =>
    site.manifest.logicFunctions
      .filter((logicFunction) => !isHandler(logicFunction.handlerName))
      .map((logicFunction) => ({
        ...findingOf(logicFunction, 'function'),
        what: `"${logicFunction.handlerName}" is no name of a handler`,
        remedy: 'write a name of JavaScript, or several joined by dots',
      })),
  ),
];
