import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Language } from '../../../objects/taxonomy/index.ts';
import { VERSION } from '../../../workflows/version.ts';
import { insideClient } from '../backup/run-drill.ts';
import type { PacedClient } from '../backup/workspace-client.ts';
import { recogniseFor } from '../check/options.ts';
import { openFile } from '../import/import-file.ts';
import { type ImportReport, importRecords } from '../import/import-records.ts';
import { findRun, RunFile, stateOf } from '../import/run-file.ts';
import { surveyFile } from '../import/survey-file.ts';
import { undoRun } from '../import/undo-run.ts';
import type { Diary } from './diary.ts';

/** A list as another CRM exports it: new customers, one the team has, and one that stands there twice, differently. */
const FILE = [
  '客户名称,客户级别,客户类型,所属行业,负责人,联系人姓名,联系电话,省,市,详细地址',
  '镇江海源仪表有限公司,重点,中小企业,制造业,王志强,梅清,13852990011,江苏省,镇江市,丁卯桥路8号',
  '扬州邗江泵阀有限公司,普通,中小企业,制造业,赵雨婷,,,江苏省,扬州市,',
  '苏州明锐光学有限公司,普通,,,林晓梅,,,江苏省,苏州市,娄葑创投工业坊12号',
  '泰州春兰塑业有限公司,普通,中小企业,制造业,王志强,,,江苏省,泰州市,',
  '泰州春兰塑业有限公司,普通,经销商,制造业,王志强,,,江苏省,泰州市,',
].join('\n');

class Cut extends Error {}

/** A line that breaks once Twenty has the first write, before its answer comes. */
const cutting = (client: PacedClient): PacedClient => ({
  ...client,
  request: async (query, variables) => {
    const answer = await client.request(query, variables);
    if (query.startsWith('mutation Write')) throw new Cut();
    return answer as never;
  },
});

const linesOf = (report: ImportReport, verdicts: readonly string[]): readonly string[] =>
  report.rows
    .filter(({ verdict }) => verdicts.includes(verdict))
    .map(({ row, verdict, name, why, changes }) => `row ${row}, ${verdict}: ${name}; ${why || changes}`);

/** A file of another CRM is brought in, cut off, gone on with, and taken back as far as nobody has touched it (3.2.7, 5.2.7). */
export const imported = async (diary: Diary, language: Language): Promise<void> => {
  diary.chapter('A list from another CRM');
  const runs = await mkdtemp(join(tmpdir(), 'tag-policy-demo-'));
  try {
    const { workspace } = diary;
    const client = insideClient(workspace, workspace.apiKey);
    const now = (): Date => workspace.now();
    const path = join(runs, 'customers.csv');
    await writeFile(path, FILE);
    const file = await openFile(path, recogniseFor('company'));
    const survey = await surveyFile(file);
    const secrets = { passphrase: null, key: workspace.apiKey };
    const bring = (isApplied: boolean, by = client): Promise<ImportReport> =>
      importRecords({
        file,
        survey,
        object: 'company',
        client: by,
        workspace: workspace.url,
        version: VERSION,
        runs,
        secrets,
        map: new Map(),
        decisions: new Map(),
        stage: 'PROSPECT',
        today: diary.calendar.dateOf(now()),
        language,
        strict: false,
        reveals: false,
        isApplied,
        preview: null,
        now,
        tell: () => {},
      });
    const customer = (name: string): string => diary.find('company', (row) => row.name === name)[0]?.id ?? '';
    await diary.goTo('2026-10-22T15:30:00+08:00');
    const preview = await bring(false);
    diary.tell(
      'Before anything is written: what is new, what changes, and two rows that contradict each other, which nobody guesses',
      ['3.2.7', '5.2.7', '6.1.3'],
      [
        {
          ...diary.standing('company', customer('苏州明锐光学有限公司')),
          lines: linesOf(preview, ['create', 'update', 'conflict']),
        },
      ],
    );

    await bring(true, cutting(client)).catch((error: unknown) => {
      if (!(error instanceof Cut)) throw error;
    });
    const report = await bring(true);
    await workspace.settle();
    const { create, update, conflict } = report.counts;
    diary.tell(
      `The line breaks while it is written; called again, it goes on: ${create} new, ${update} changed, ${conflict} left to people, none twice`,
      ['3.2.6', '3.2.7'],
      [diary.standing('company', customer('镇江海源仪表有限公司'))],
    );

    await diary.update('zhao', 'company', customer('扬州邗江泵阀有限公司'), { tagEmployees: 85 });
    const notes = await findRun(runs, report.run ?? '');
    const run = await RunFile.open(notes, (await stateOf(notes)).head, secrets);
    const undone = await undoRun({ client, run, rows: create + update, isApplied: true, now, tell: () => {} });
    await workspace.settle();
    diary.tell(
      `It was the wrong list: ${undone.undone} rows are taken back, ${undone.touchedRows} is not, for Zhao has worked on it since`,
      ['3.2.7', '5.2.7'],
      [diary.standing('company', customer('扬州邗江泵阀有限公司'), 'tagEmployees')],
    );
  } finally {
    await rm(runs, { recursive: true, force: true });
  }
};
