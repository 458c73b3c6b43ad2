import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../../plugin/cli/build.ts';
import { nextBaseline, readBaseline } from '../../../workflows/pipeline/baseline.ts';
import { readSettings } from '../../../workflows/settings.ts';
import { emptyModel, type Model, planOver } from './model.ts';

interface Sample extends Pick<Model, 'company' | 'opportunity' | 'tagProduct' | 'tagMember' | 'notices'> {
  readonly enforcement: string;
  readonly now: string;
}

/** Workspaces as version 0.1.0 left them: what it remembered of each record stands there as Twenty gives it back. */
const samples = JSON.parse(
  readFileSync(join(ROOT, 'tests/fixtures/memory/version-0.1.0.json'), 'utf8'),
) as readonly Sample[];
const memories = samples
  .flatMap(({ company, opportunity, tagProduct, tagMember }) => [company, opportunity, tagProduct, tagMember].flat())
  .flatMap(({ tagBaseline }) => (tagBaseline ? [tagBaseline as Readonly<Record<string, unknown>>] : []));

/** Everything version 0.1.0 could remember. */
const FIELDS = [
  'acted',
  'approvedAt',
  'cleared',
  'doubt',
  'edited',
  'enterers',
  'gate',
  'isGuessed',
  'missedUntil',
  'offer',
  'outcome',
  'returnedAt',
  'seen',
  'signedAt',
  'since',
  'stage',
  'status',
  'suspects',
  'tasks',
  'unclaimed',
  'unreviewed',
  'version',
  'waiting',
];

describe('memory written by version 0.1.0', () => {
  it('is there with each of its fields', () => {
    expect([...new Set(memories.flatMap((memory) => Object.keys(memory)))].sort()).toEqual(FIELDS);
  });

  it('is read without loss, and written back as it was', () => {
    for (const memory of memories) {
      const read = readBaseline(memory);
      expect(read).toEqual(memory);
      if (read === null) continue;
      const { version: _version, ...content } = read;
      expect(nextBaseline(read, content)).toEqual(memory);
    }
  });

  it.each(FIELDS)('%s by itself is read without loss', (name) => {
    const memory = memories.find((one) => one[name] !== undefined);
    const bare = { version: 0, since: '', status: '', seen: {}, enterers: [], tasks: [] };
    const alone = { ...bare, [name]: memory?.[name] };
    expect(readBaseline(alone)).toEqual(alone);
  });

  it.each(samples.map((sample, at) => [at, sample] as const))(
    'judged again, workspace %i is told nothing twice',
    (_at, { enforcement, now, ...records }) => {
      const { settings } = readSettings({ NOTICE_LANGUAGE: 'en', ENFORCEMENT: enforcement });
      const plan = planOver({ ...emptyModel, ...records }, new Date(now), { settings });
      expect(plan).toMatchObject({ reverts: [], logs: [], notices: [], tasks: [], closedTasks: [], faults: [] });
      const written = Object.values(plan.subjects).flat();
      // What came with later versions begins to be remembered; nothing of before is remembered otherwise.
      const known = new Map(
        Object.values(records)
          .flat()
          .map((record) => [record.id, record.tagBaseline]),
      );
      for (const { id, fields } of written) {
        if (!('tagBaseline' in fields)) continue;
        const {
          followUp,
          ownedBy: _ownedBy,
          ownersManager: _manager,
          strays: _strays,
          version: _version,
          ...rest
        } = fields.tagBaseline as Readonly<Record<string, unknown>>;
        if (followUp) expect(followUp).toMatchObject({ at: new Date(now).toISOString() });
        const { version: _before, ...before } = known.get(id) as Readonly<Record<string, unknown>>;
        expect(rest).toEqual(before);
      }
    },
  );
});
