import { type Command, Option } from 'commander';
import { metadataClient } from '../access/metadata-client.ts';
import { type RowAccess, type RowRule, readRowAccess, switchRowAccess } from '../access/row-rules.ts';
import { json, type Output } from '../output.ts';
import { address, keyOption } from '../read-remote.ts';
import type { Session } from '../session.ts';

interface Options {
  readonly url: string;
  readonly key: string;
  readonly ownRecords?: 'on' | 'off';
  readonly json?: boolean;
}

/** Whether a server enforces rules of rows, in words. */
export const licenceText = (isLicensed: boolean | null): string => {
  if (isLicensed === null) return 'The server does not tell whether it enforces row-level permissions';
  return isLicensed
    ? 'The server enforces row-level permissions'
    : 'The server does not enforce row-level permissions: they need the Organization plan, or a valid enterprise key';
};

const STATES: Readonly<Record<RowRule['state'], string>> = {
  ON: 'on',
  OFF: 'off',
  OTHER: 'other rules stand there and are left alone; change them in Twenty under Settings → Roles',
};

const print = ({ isLicensed, rules }: RowAccess, { out }: Output): void => {
  out(licenceText(isLicensed));
  for (const { roleLabel, object, field, state } of rules)
    out(`  ${state === 'ON' ? '✓' : '·'} ${roleLabel}: ${object} by ${field} – ${STATES[state]}`);
};

/** `access`: whether a server keeps people to their own records, and turns that on or off (6.1.1–6.1.3). */
export const accessCommand = (program: Command, session: Session): void => {
  program
    .command('access')
    .description('Whether the server keeps sales representatives to their own customers and deals; turns it on or off')
    .requiredOption('--url <url>', 'address of Twenty', address)
    .addOption(keyOption().makeOptionMandatory())
    .addOption(new Option('--own-records <state>', 'turn the rules on or off').choices(['on', 'off']))
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nThe key must be of a role that may manage roles. The rules hide records of others whole, for reading and writing\nalike; without them representatives see the sensitive tags of their colleagues’ customers (docs/roles.md).\nExit codes: 0 as wanted, 1 the rules were to be turned on or off and are not, 2 the workspace could not be asked.',
    )
    .action(async ({ url, key, ownRecords, json: isJson }: Options) => {
      const ask = metadataClient(url, key);
      const access = await (ownRecords ? switchRowAccess(ask, ownRecords === 'on') : readRowAccess(ask));
      const wanted = ownRecords === 'on' ? 'ON' : 'OFF';
      session.exit = ownRecords && access.rules.some(({ state }) => state !== wanted) ? 1 : 0;
      if (isJson) session.output.out(json({ url, ...access }));
      else print(access, session.output);
    });
};
