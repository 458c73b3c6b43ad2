import type { Command } from 'commander';
import { loadSample } from '../../embedded/sample.ts';
import { previewPages } from '../../preview/preview-pages.ts';
import { tellStory } from '../../preview/story.ts';
import { json } from '../output.ts';
import { addServingOptions, type ServingOptions, serveUntilStopped } from '../serve-until-stopped.ts';
import type { Session } from '../session.ts';

/** `preview`: the built panels, commands and charts in a browser over the sample team, until Ctrl-C. */
export const previewCommand = (program: Command, session: Session): void => {
  const command = program
    .command('preview')
    .description('Show the built panels, commands and charts in a browser, over the sample team, on 127.0.0.1');
  addServingOptions(command, 4320)
    .option('--json', 'print the URL as JSON')
    .action((options: ServingOptions) =>
      serveUntilStopped(session, options, (workspace, app) => {
        const pages = previewPages(workspace, app.directory);
        return {
          pages: pages.answer,
          open: async (url) => {
            session.output.err('Loading the sample team');
            await workspace.install();
            const team = await loadSample(workspace);
            pages.show(team);
            await tellStory(workspace, team, new Date());
            await workspace.runFunction('sweep', {}, 'cron');
            await workspace.settle();
            if (options.json) session.output.out(json({ url }));
            else session.output.out(`Preview: ${url}\nCtrl-C stops it; its records are kept in memory only.`);
          },
        };
      }),
    );
};
