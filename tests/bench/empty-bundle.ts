/** What `twenty dev:build` makes of a hook that does nothing. */
export const EMPTY_BUNDLE = `import { createRequire as __createRequire } from 'module';
const require = __createRequire(import.meta.url);

// twenty-sdk-define-stub:__twenty-sdk-define-stub__
var __defineFactoryStub = (config) => ({
  success: true,
  config,
  errors: []
});
var defineLogicFunction = __defineFactoryStub;

// workflows/hooks/empty.ts
var empty_default = defineLogicFunction({
  universalIdentifier: "00000000-0000-4000-8000-000000000000",
  name: "empty",
  timeoutSeconds: 60,
  handler: async () => ({}),
  databaseEventTriggerSettings: {
    eventName: "company.*"
  }
});
export {
  empty_default as default
};
`;
