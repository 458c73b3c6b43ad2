import { runDemo } from '../../plugin/cli/demo/run-demo.ts';
import { atMost, type Figure } from './measure.ts';

/** What the sample team's month costs in requests to Twenty, sweeps and events together. */
export const callFigures = async (): Promise<readonly Figure[]> => {
  const { runs, apiCalls } = (await runDemo('en')).hooks;
  return [atMost('API calls a hook run in the sample month', apiCalls / runs, '', 3.5)];
};
