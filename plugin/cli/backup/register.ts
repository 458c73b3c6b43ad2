import type { TwentyClient } from '../../../workflows/gateway/client.ts';
import { upsertRecords } from '../../../workflows/gateway/write.ts';
import { recordId } from '../../../workflows/run/record-id.ts';
import { UsageError } from '../output.ts';
import type { DrillReport } from './run-drill.ts';
import type { BackupReport } from './write-backup.ts';

/** A line of the register of backups and drills, under an id that entering it again finds. */
const enter = async (client: TwentyClient, key: string, fields: Readonly<Record<string, unknown>>): Promise<void> => {
  const { failures } = await upsertRecords(client, 'tagBackup', [{ id: recordId(`tagBackup:${key}`), fields }]);
  const [failure] = failures;
  if (failure)
    throw new UsageError(`the workspace did not take it into its register (${failure.code}): ${failure.reason}`);
};

const rounded = (value: number): number => Math.round(value * 100) / 100;

/** Enters a backup into the workspace's register. @throws UsageError when Twenty refuses, TwentyError when unreachable */
export const registerBackup = (client: TwentyClient, report: BackupReport): Promise<void> =>
  enter(client, report.id, {
    name: report.id,
    kind: report.kind,
    result: report.failures.length > 0 ? 'FAILED' : 'DONE',
    startedAt: report.startedAt,
    finishedAt: report.finishedAt,
    records: report.records,
    megabytes: rounded(report.bytes / 1e6),
    places: report.places,
    isEncrypted: report.isEncrypted,
    digest: report.digest,
    base: report.base ?? '',
    note: report.failures.join('\n'),
  });

/** Enters a drill, likewise. */
export const registerDrill = (client: TwentyClient, report: DrillReport): Promise<void> => {
  const name = `${report.startedAt.slice(0, 19).replaceAll(':', '')}Z-drill`;
  const some = report.differences.slice(0, 10).map(({ object, id, fields }) => `${object} ${id} ${fields.join(' ')}`);
  return enter(client, name, {
    name,
    kind: 'DRILL',
    result: report.isPassed ? 'DONE' : 'FAILED',
    startedAt: report.startedAt,
    finishedAt: report.finishedAt,
    records: report.records,
    places: [report.place],
    isEncrypted: report.isEncrypted,
    base: report.chain.at(-1) ?? '',
    recoverySeconds: rounded(report.recoverySeconds),
    lossSeconds: rounded(report.lossSeconds),
    differences: report.differences.length + report.others,
    note: report.damage ?? some.join('\n'),
  });
};
