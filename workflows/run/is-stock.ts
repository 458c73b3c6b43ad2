import type { TwentyRecord } from './record-change.ts';
import type { Run } from './run.ts';

/** Whether a record was there before the application: how it came where it stands is not the policy's to judge. */
export const isStock = ({ isInstalling, installedAt }: Run, record: TwentyRecord): boolean =>
  isInstalling || (installedAt !== null && Date.parse(String(record.createdAt)) < Date.parse(installedAt));
