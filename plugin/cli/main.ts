import { Command, CommanderError } from 'commander';
import description from '../../package.json' with { type: 'json' };
import { accessCommand } from './commands/access.ts';
import { adoptCommand } from './commands/adopt.ts';
import { backupCommand } from './commands/backup.ts';
import { checkCommand } from './commands/check.ts';
import { deadlineCommand } from './commands/deadline.ts';
import { demoCommand } from './commands/demo.ts';
import { doctorCommand } from './commands/doctor.ts';
import { drillCommand } from './commands/drill.ts';
import { importCommand } from './commands/import.ts';
import { previewCommand } from './commands/preview.ts';
import { promoteCommand } from './commands/promote.ts';
import { restoreCommand } from './commands/restore.ts';
import { retireCommand } from './commands/retire.ts';
import { sizeCommand } from './commands/size.ts';
import { verifyCommand } from './commands/verify.ts';
import { workspaceCommand } from './commands/workspace.ts';
import { type ExitCode, json, type Output, UsageError } from './output.ts';
import type { Session } from './session.ts';

const terminal: Output = {
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
};

/** Runs `tag-policy` with the arguments after the program's name; returns the exit code. Never throws. */
export const main = async (args: readonly string[], output: Output = terminal): Promise<ExitCode> => {
  const session: Session = { output, exit: 0 };
  const isJson = args.includes('--json');
  const program = new Command('tag-policy')
    .description(
      "Keeps a sales team's tag policy inside Twenty. Exit codes: 0 clean, 1 problems found, 2 wrong use or failure.",
    )
    .version(description.version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => output.out(text.trimEnd()),
      writeErr: (text) => output.err(text.trimEnd()),
      outputError: (text, write) => {
        if (!isJson) write(text);
      },
    });
  for (const add of [
    demoCommand,
    workspaceCommand,
    previewCommand,
    checkCommand,
    importCommand,
    adoptCommand,
    promoteCommand,
    retireCommand,
    deadlineCommand,
    sizeCommand,
    doctorCommand,
    accessCommand,
    backupCommand,
    verifyCommand,
    restoreCommand,
    drillCommand,
  ])
    add(program, session);
  for (const command of program.commands) command.exitOverride().copyInheritedSettings(program);
  try {
    if (args.length === 0) {
      program.outputHelp();
      return 2;
    }
    await program.parseAsync([...args], { from: 'user' });
    return session.exit;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    const message = (error instanceof Error ? error.message : String(error)).replace(/^error: /, '');
    // Commander has told what it found already, unless JSON is wanted.
    const isToldAlready = error instanceof CommanderError;
    if (isJson) output.out(json({ error: { message } }));
    else if (!isToldAlready) output.err(`error: ${message}`);
    const isExpected = isToldAlready || error instanceof UsageError;
    if (!isExpected && process.env.DEBUG && error instanceof Error) output.err(error.stack ?? '');
    return 2;
  }
};
