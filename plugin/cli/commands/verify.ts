import type { Command } from 'commander';
import { recordsIn } from '../../../workflows/backup/manifest.ts';
import { Damage } from '../backup/damage.ts';
import { addPassphrase, type PassphraseOptions, readPassphrase, several } from '../backup/options.ts';
import { type ProvenChain, proveChain } from '../backup/verify-chain.ts';
import { json, type Output } from '../output.ts';
import type { Session } from '../session.ts';

interface Options extends PassphraseOptions {
  readonly from: readonly string[];
  readonly backup?: string;
  readonly json?: boolean;
}

interface PlaceReport {
  readonly place: string;
  readonly isWhole: boolean;
  /** The file at fault, and what is wrong with it. */
  readonly damage: string | null;
  readonly chain: readonly { readonly id: string; readonly records: number; readonly digest: string }[];
  readonly files: number;
  readonly bytes: number;
  /** Whether records were read, and not digests alone compared. */
  readonly isRead: boolean;
}

const reportOf = ({ place, links, files, bytes, isRead }: ProvenChain): PlaceReport => ({
  place,
  isWhole: true,
  damage: null,
  chain: links.map(({ manifest, digest }) => ({ id: manifest.id, records: recordsIn(manifest), digest })),
  files,
  bytes,
  isRead,
});

const print = (reports: readonly PlaceReport[], { out }: Output): void => {
  for (const { place, isWhole, damage, chain, files, bytes, isRead } of reports) {
    if (!isWhole) {
      out(`✗ ${place}: ${damage}`);
      continue;
    }
    out(`✓ ${place}: ${files} files, ${(bytes / 1e6).toFixed(2)} MB, whole`);
    for (const { id, records } of chain) out(`    ${id}  ${records.toLocaleString('en')} records`);
    if (!isRead) out('    digests compared only: without the passphrase no record can be read');
  }
};

/** `verify`: whether a chain is whole in each place, and which file is at fault where it is not (6.2.5). */
export const verifyCommand = (program: Command, session: Session): void => {
  const command = program
    .command('verify')
    .description('Read a chain of backups through in each place, and name the file at fault')
    .requiredOption('--from <folder>', 'where it is kept; give it again for each further place', several)
    .option('--backup <id>', 'the backup the chain ends in; the newest unless given')
    .option('--json', 'print JSON');
  addPassphrase(command)
    .addHelpText('after', '\nExit codes: 0 whole in every place, 1 damaged in one, 2 there is none or wrong use.')
    .action(async (options: Options) => {
      const passphrase = await readPassphrase(options);
      const reports: PlaceReport[] = [];
      for (const place of options.from) {
        try {
          reports.push(reportOf(await proveChain(place, passphrase, { id: options.backup })));
        } catch (error) {
          if (!(error instanceof Damage)) throw error;
          const nothing = { chain: [], files: 0, bytes: 0, isRead: false };
          reports.push({ place, isWhole: false, damage: error.message, ...nothing });
        }
      }
      const ends = new Set(reports.map(({ chain }) => chain.at(-1)?.digest).filter(Boolean));
      const isSame = ends.size < 2;
      if (!isSame || reports.some(({ isWhole }) => !isWhole)) session.exit = 1;
      if (options.json) session.output.out(json({ places: reports, isSame }));
      else {
        print(reports, session.output);
        if (!isSame) session.output.out('✗ the places hold different chains');
      }
    });
};
