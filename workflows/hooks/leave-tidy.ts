import { closeOwnTasks } from '../gateway/own-tasks.ts';
import { readEnvironment } from './environment.ts';

/**
 * What is done before the application goes: its open tasks are closed. They are records of Twenty's own and stay behind,
 * while everything that could tell when they are done goes with the application.
 * @throws TwentyError when Twenty refuses or cannot be reached
 */
export const leaveTidy = async (): Promise<{ readonly closedTasks: number }> => ({
  closedTasks: await closeOwnTasks(readEnvironment().client),
});
