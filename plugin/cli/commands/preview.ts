import type { Command } from 'commander';
import { loadBuiltApp } from '../../embedded/built-app.ts';
import type { WorkspaceServer } from '../../embedded/serve.ts';
import { createWorkspace } from '../../embedded/workspace.ts';
import { previewPages } from '../../preview/preview-pages.ts';
import { tellStory } from '../../preview/story.ts';
import { ensureBuilt, OUTPUT } from '../build.ts';
import type { Session } from '../main.ts';
import { json } from '../output.ts';
import { loadSample } from '../sample.ts';
import { instant, portNumber, serve, startClock, watchSignals } from '../serving.ts';

interface Options {
  readonly port: number;
  readonly clock?: Date;
  readonly build: boolean;
  readonly json?: boolean;
}

/** `preview`: the built panels, commands and charts in a browser over the sample team, until Ctrl-C. */
export const previewCommand = (program: Command, session: Session): void => {
  program
    .command('preview')
    .description('Show the built panels, commands and charts in a browser, over the sample team, on 127.0.0.1')
    .option('--port <n>', 'port, 0 for any free one', portNumber, 4320)
    .option('--clock <instant>', 'start its clock at an instant with offset', instant)
    .option('--no-build', 'use the last build as it is')
    .option('--json', 'print the URL as JSON')
    .action(async (options: Options) => {
      const progress = (line: string): void => session.output.err(line);
      if (options.build) await ensureBuilt(progress);
      const app = await loadBuiltApp(OUTPUT);
      const stopClock = startClock(options.clock);
      const signals = watchSignals();
      let server: WorkspaceServer | null = null;
      try {
        const workspace = createWorkspace({ app });
        const pages = previewPages(workspace, app.directory);
        server = await serve(workspace, {
          port: options.port,
          onError: (error) => progress(`hook failed: ${error instanceof Error ? error.message : error}`),
          pages: pages.answer,
        });
        progress('Loading the sample team');
        await workspace.install();
        const team = await loadSample(workspace);
        pages.show(team);
        await tellStory(workspace, team, new Date());
        await workspace.runFunction('sweep', {}, 'cron');
        await workspace.settle();
        if (options.json) session.output.out(json({ url: server.url }));
        else session.output.out(`Preview: ${server.url}\nCtrl-C stops it; its records are kept in memory only.`);
        await signals.stopped;
      } finally {
        await server?.close();
        stopClock();
        signals.release();
      }
      if (!options.json) session.output.out('Stopped.');
    });
};
