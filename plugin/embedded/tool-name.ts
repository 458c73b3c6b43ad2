/** The name under which Twenty's AI chat knows a function that is a tool. */
export const toolNameOf = (functionName: string): string =>
  `app_${functionName
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .join('_')}`;
